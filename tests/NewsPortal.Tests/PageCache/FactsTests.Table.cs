using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Comments;
using NewsPortal.Media;
using NewsPortal.Redirects;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

public sealed partial class FactsTests
{
    private const string Searches = "/search?*";

    private const string Itself = "a story's own page rests on all that is said of the story";
    private const string Asking = "which searches find a story cannot be told without asking each";
    private const string Card = "a card is one thing, though not every page prints all of it";
    private const string Beyond = "whether there is a link to older stories hangs on the one beyond the last";
    private const string Further = "where in a list it enters is known to the database, and not to the story";
    private const string Above = "the list of a coverage's entries and what stands above it are one thing";
    private const string Whole = "the section and the list of its stories are one thing";
    private const string Future = "nothing comes after what is not there yet";
    private const string Nothing = "any of them may lead somewhere now";

    private static readonly Dictionary<string, Fact> Facts = new(StringComparer.Ordinal)
    {
        ["a draft is saved"] = Of(paper => paper.OneAsync(db => db.Drafts.SingleAsync(d => d.ArticleId == paper["w16"]), draft => draft.Save(draft.Copy with { Headline = "Otherwise" }, Some.Body("Otherwise."), Some.Ada, paper.Now))),
        ["a comment waits"] = Of(paper => paper.Newsroom.CommentAsync(paper["w01"], state: CommentState.Pending)),
        ["a body is mended"] = Of(
            paper => paper.EditAsync("w01", copy => copy with { Body = copy.Body + " And more." }), (Searches, Asking)),
        ["a story takes no comments"] = Of(paper => paper.EditAsync("w01", copy => copy with { CommentsMode = CommentsMode.Closed }), ("/world/w01-*/comments?*", "there is nothing, before and after")),
        ["a headline is changed"] = Of(
            paper => paper.EditAsync("w01", copy => copy with { Headline = "Another headline" }, substantive: true), (Searches, Asking)),
        ["an old headline is changed"] = Of(
            paper => paper.EditAsync("w22", copy => copy with { Headline = "Another headline of old" }, substantive: true), (Searches, Asking)),
        ["words for search engines are changed"] = Of(paper => paper.EditAsync("w01", copy => copy with { SearchTitle = "Title" })),
        ["a story is published"] = Of(
            paper => paper.EditAsync("draft", copy => copy with { TagIds = [paper.Floods.Id], Bylines = [new BylineCopy(paper.Ada.Id)] }), (Searches, Asking)),
        ["a story that others name is published"] = Of(paper => paper.EditAsync("coming", copy => copy), (Searches, Asking)),
        ["a story is moved"] = Of(paper => paper.EditAsync("w06", copy => copy with { SectionId = paper.Economy.Id }), (Searches, Asking)),
        ["an old story is moved"] = Of(
            paper => paper.EditAsync("w19", copy => copy with { SectionId = paper.Economy.Id }),
            (Searches, Asking), ("/author/ada-quill /tag/floods /world /world?before=*", Beyond)),
        ["a story gets another topic"] = Of(
            paper => paper.EditAsync("w07", copy => copy with { TagIds = [paper.Bridges.Id] }), (Searches, Asking), ("/tag/floods?before=*", Further)),
        ["a story gets another author"] = Of(
            paper => paper.EditAsync("w07", copy => copy with { Bylines = [new BylineCopy(paper.Bo.Id)] }), ("/author/ada-quill?before=*", Further), ("/world/*", Card)),
        ["a story becomes last minute"] = Of(paper => paper.EditAsync("w08", copy => copy with { LastMinute = true }), ("/world/w08-*", Itself)),
        ["a story is pinned"] = Of(paper => paper.EditAsync("w12", copy => copy with { Pinned = true }), ("/world/w12-*", Itself)),
        ["the pinned story is let go"] = Of(paper => paper.EditAsync(paper.Lead, copy => copy with { Pinned = false }), ("/world/w1*", Itself)),
        ["the lead gets a related story"] = Of(paper => paper.EditAsync(paper.Lead, copy => copy with { RelatedIds = [paper["w18"]] })),
        ["a story becomes opinion"] = Of(paper => paper.EditAsync("w11", copy => copy with { WorkType = WorkType.Opinion })),
        ["a story gets another language"] = Of(paper => paper.EditAsync("w03", copy => copy with { Language = "de" }), ("/economy/wrong-*", "the language of a flash is its story's")),
        ["a story gets a picture"] = Of(
            paper => paper.EditAsync("w01", copy => copy with { Lead = new Figure { PhotoId = paper.Kept.Id } }), ("/", Card), ("/world/w01-*/comments?*", Card)),
        ["a story gets another address"] = Of(paper => paper.EditAsync("w14", copy => copy with { Slug = "moved" })),
        ["a story is corrected"] = Of(paper => paper.ChangeAsync("w05", article => article.Correct(Some.Ada, CorrectionKind.Correction, "It was five.", paper.Now))),
        ["a story is drawn anew"] = Of(
            paper => paper.ChangeAsync("w05", article => article.Rerender(Some.Body("This is w05, about a zebra."), paper.Now)),
            (Searches, Asking), ("*/rss.xml", "a feed's item says all but the text")),
        ["a story is withdrawn"] = Of(
            paper => paper.ChangeAsync("w04", article => article.Withdraw(Some.Ada, "It was not so.", paper.Now)),
            (Searches, Asking), ("/economy/wrong-*", "it leads to where the story is said to be gone"), ("/world/w04-*/comments?*", "there is nothing, before and after")),
        ["an old story is withdrawn"] = Of(
            paper => paper.ChangeAsync("w21", article => article.Withdraw(Some.Ada, "It was not so.", paper.Now)),
            (Searches, Asking), ("/", "what is on the front page may hang on what is not"), ("/author/ada-quill /tag/floods /world /world?before=*", Beyond)),
        ["the story of a flash is withdrawn"] = Of(paper => paper.ChangeAsync("w02", article => article.Withdraw(Some.Ada, "It was not so.", paper.Now))),
        ["a story comes back"] = Of(
            paper => paper.EditAsync("gone", copy => copy),
            (Searches, Asking), ("/archive?before=* /archive/2026?before=* /archive/2026/11?before=* /tag/floods?before=* /world?before=* /world/*", Further),
            ("404", "it shows the newest stories"), ("/economy/wrong-*", "it leads to where the story is again")),
        ["a comment is approved"] = Of(paper => paper.Newsroom.CommentAsync(paper["w03"])),
        ["a comment under an old story is approved"] = Of(paper => paper.Newsroom.CommentAsync(paper["w20"])),
        ["a story enters a ranking"] = Of(paper => paper.Newsroom.CommentAsync(paper["e03"]), ("/", "it stands in another block already")),
        ["a comment is hidden"] = Of(paper => paper.ChangeCommentAsync("w05", comment => comment.Hide(CommentState.Rejected, paper.Now))),
        ["a comment is drawn anew"] = Of(
            paper => paper.ChangeCommentAsync("w10", comment => comment.Rerender(new RenderedComment("<p>Anew</p>", 99), paper.Now)),
            ("*", "comments and their number are one thing; this happens with a new renderer only")),
        ["a flash is raised"] = Of(paper => paper.RaiseAsync("A ferry is late", null, TimeSpan.FromHours(5))),
        ["a flash is raised about a story"] = Of(paper => paper.RaiseAsync("A bridge is shut", paper["e02"], TimeSpan.FromHours(5))),
        ["a flash is raised for later"] = Of(
            paper => paper.RaiseAsync("A ferry will be late", null, TimeSpan.FromHours(5), ahead: TimeSpan.FromHours(3)), ("*", "pages have to learn when they will be old")),
        ["a flash is corrected"] = Of(paper => paper.ChangeFlashAsync(paper.OnAir, flash => flash.Correct(flash.Level, "A gate stood open", Some.Ada, paper.Now))).With(1),
        ["a flash is said to be of another level"] = Of(paper => paper.ChangeFlashAsync(paper.OnAir, flash => flash.Correct(FlashLevel.Developing, flash.Text, Some.Ada, paper.Now))).With(1),
        ["a flash is prolonged"] = Of(paper => paper.ChangeFlashAsync(paper.OnAir, flash => flash.Extend(TimeSpan.FromMinutes(30), Some.Ada, paper.Now))).With(1),
        ["a flash is led to another story"] = Of(paper => paper.ChangeFlashAsync(paper.OnAir, flash => flash.LeadTo(paper["e01"], Some.Ada, paper.Now))).With(1),
        ["a flash is led to a story that is not out"] = Of(paper => paper.ChangeFlashAsync(paper.OnAir, flash => flash.LeadTo(paper["coming"], Some.Ada, paper.Now))).With(1),
        ["a flash is raised above another"] = Of(paper => paper.RaiseAsync(paper.Order("A crane has fallen"))).With(1),
        ["a flash is followed up"] = Of(paper => paper.RaiseAsync(paper.Order("The gate is shut again") with { FollowsId = paper.OnAir })).With(2),
        ["a flash gives way"] = Of(paper => paper.RaiseAsync(paper.Order("A mast has fallen") with { GivesWayId = paper.OnAir })).With(3),
        ["flashes are reordered"] = Of(paper => paper.AirAsync((order, flash) => order.MoveAsync(flash, up: true, SmallPaper.Desk, default))).With(2),
        ["a flash is taken back"] = Of(paper => paper.AirAsync((order, flash) => order.TakeBackAsync(flash, SmallPaper.Desk, default))).With(1),
        ["a flash is lifted"] = Of(paper => paper.ChangeFlashAsync(paper.OnAir, flash => flash.Lift(Some.Ada, paper.Now))).With(1),
        ["a story goes live"] = Of(paper => paper.Newsroom.CoverAsync(paper["o00"]), ("/oddities/live-*?entry=* /oddities/*/comments?*", Card), ("/search?q=bridge&before=*", Beyond)),
        ["an entry is sent"] = Of(paper => paper.SendAsync("The water stands."), ("/live/*/updates?after=99999", Future)),
        ["a key event is sent"] = Of(paper => paper.SendAsync("The gate is shut.", isKey: true), ("/live/*/updates?after=99999", Future)),
        ["an entry waits"] = Of(paper => paper.Newsroom.FileAsync(paper["live"], "Is it so?", waits: true)),
        ["an entry is edited"] = Of(paper => paper.ChangeEntryAsync(5, entry => entry.Edit(Some.EntryCopy("It is otherwise."), Some.Ada, paper.Now))),
        ["the newest entry is edited"] = Of(paper => paper.ChangeEntryAsync(33, entry => entry.Edit(Some.EntryCopy("It is otherwise."), Some.Ada, paper.Now))),
        ["an entry becomes a key event"] = Of(paper => paper.ChangeEntryAsync(6, entry => entry.MarkKey(true, Some.Ada, paper.Now)), ("/oddities/live-*?before=5&key=1", Further)),
        ["a key event is one no more"] = Of(paper => paper.ChangeEntryAsync(4, entry => entry.MarkKey(false, Some.Ada, paper.Now)), ("/oddities/live-*", Beyond)),
        ["an entry is deleted"] = Of(paper => paper.ChangeEntryAsync(8, entry => entry.Delete(Some.Ada, paper.Now))),
        ["an entry comes back"] = Of(paper => paper.ChangeEntryAsync(7, entry => entry.Restore(Some.Ada, paper.Now)), ("/live/*/updates?after=* /oddities/live-*", Further)),
        ["an entry is pinned"] = Of(paper => paper.PinAsync(10), ("/live/*/updates?after=* /oddities/live-*?before=99999", Above)),
        ["the pinned entry is let go"] = Of(paper => paper.UnpinAsync(), ("/live/*/updates?after=* /oddities/live-*?before=99999", Above)),
        ["an entry is drawn anew"] = Of(paper => paper.ChangeEntryAsync(9, entry => entry.Rerender(Some.Text("Drawn anew."), paper.Now))),
        ["key points are changed"] = Of(paper => paper.Newsroom.ChangeCoverageAsync(paper["live"], coverage => coverage.Summarise(Some.Text("The water stands."), Some.Ada, paper.Now)), ("/live/*/updates?after=* /oddities/live-*?before=99999", Above)),
        ["a coverage is closed"] = Of(paper => paper.Newsroom.ChangeCoverageAsync(paper["closing"], coverage => coverage.Close(Some.Text("It was a long night."), Some.Ada, paper.Now)), ("/live/*/updates?after=*", Above), ("/search?q=bridge&before=*", Beyond)),
        ["a coverage goes on"] = Of(paper => paper.Newsroom.ChangeCoverageAsync(paper["closed"], coverage => coverage.Reopen(Some.Ada, paper.Now)), ("/search?q=bridge&before=*", Beyond)),
        ["a covered story is withdrawn"] = Of(paper => paper.ChangeAsync("taken", article => article.Withdraw(Some.Ada, "It was not so.", paper.Now)), (Searches, Asking), ("/", "what is on the front page may hang on what is not")),
        ["a section is renamed"] = Of(paper => ChangeAsync(paper, paper.Economy, words => words with { Name = "Money" })),
        ["a section is described"] = Of(
            paper => ChangeAsync(paper, paper.Economy, words => words with { Description = "Of money." }), ("/economy/*", Whole)),
        ["a section in no navigation is renamed"] = Of(
            paper => ChangeAsync(paper, paper.Oddities, words => words with { Name = "Curiosities" }), ("/oddities/*/comments?*", "its name and language are one thing")),
        ["a section in no navigation gets a language"] = Of(
            paper => ChangeAsync(paper, paper.Oddities, words => words with { Language = "de" }),
            ("/", "it may hide stories which stand there by their section's language"), ("/rss.xml /oddities/*/comments?*", "its name and language are one thing")),
        ["a section takes no comments"] = Of(paper => ChangeAsync(paper, paper.Economy, words => words with { CommentsMode = CommentsMode.Closed }), ("/economy", Whole), ("/economy/coming-*/comments?*", "there is nothing, before and after")),
        ["a section's comments are shown at once"] = Of(
            paper => ChangeAsync(paper, paper.Economy, words => words with { CommentsMode = CommentsMode.PostModerated }), ("/economy", Whole), ("/economy/*/comments?*", "how comments are taken is one thing")),
        ["a section leaves the navigation"] = Of(paper => ChangeAsync(paper, paper.Turkish, words => words with { Position = -1 })),
        ["a section is added"] = Of(paper => paper.AddAsync(new Section { Slug = "weather", Name = "Weather", Position = 7 }.Added(Some.Ada, paper.Now)), ("301", Nothing)),
        ["a topic is added"] = Of(paper => paper.AddAsync(new Tag { Slug = "ferries", Name = "Ferries" }.Added(paper.Now)), ("301 404", Nothing)),
        ["an author is added"] = Of(paper => paper.AddAsync(new Author { Slug = "cem-tan", Name = "Cem Tan" }.Added(Some.Ada, paper.Now)), ("301 404", Nothing)),
        ["an author is renamed"] = Of(paper => ChangeAsync(paper, paper.Bo, words => words with { Name = "Bo Reed-Tan" })),
        ["more is told of an author"] = Of(paper => ChangeAsync(paper, paper.Bo, words => words with { Bio = "Writes of money." })),
        ["an old address is led on"] = Of(paper => paper.AddAsync(new Redirect { Path = "/old/later", Target = "/world" }.Added(paper.Now)), ("301 404", Nothing)),
        ["a standing page gets another headline"] = Of(paper => paper.EditAsync("about", copy => copy with { Headline = "About this paper" })),
        ["a standing page is mended"] = Of(paper => paper.EditAsync("about", copy => copy with { Body = "Mended." })),
        ["a standing page leaves the navigation"] = Of(paper => paper.EditAsync("about", copy => copy with { Pinned = false })),
        ["a standing page is published"] = Of(paper => paper.EditAsync("planned page", copy => copy with { Pinned = true })),
        ["a standing page is withdrawn"] = Of(paper => paper.ChangeAsync("imprint", article => article.Withdraw(Some.Ada, "Nobody read it.", paper.Now))),
        ["the file of a picture comes"] = Of(
            paper => paper.OneAsync(db => db.Photos.SingleAsync(p => p.Id == paper.Lost.Id), photo => photo.Arrive(new StoredPhoto(new string('b', 64), 1600, 900, new PictureWords()), paper.Now)),
            ("/world/*", Card)),
    };

    private static Fact Of(Func<SmallPaper, Task> deed, params (string Pages, string Why)[] needless) => new(deed, needless);

    private static Task ChangeAsync(SmallPaper paper, Section section, Func<SectionWords, SectionWords> change)
        => paper.OneAsync(db => db.Sections.SingleAsync(s => s.Id == section.Id), s => s.Change(change(new(s.Name, s.Description, s.Language, s.Position, s.CommentsMode)), Some.Ada, paper.Now));

    private static Task ChangeAsync(SmallPaper paper, Author author, Func<AuthorWords, AuthorWords> change)
        => paper.OneAsync(db => db.Authors.SingleAsync(a => a.Id == author.Id), a => a.Change(change(new(a.Name, a.JobTitle, a.Bio, a.Email)), Some.Ada, paper.Now));
}
