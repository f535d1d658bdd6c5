using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NewsPortal.Accounts;
using NewsPortal.Accounts.Readers;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Comments.Appeals;
using NewsPortal.Comments.Notices;
using NewsPortal.Data;
using NewsPortal.Shared;

namespace NewsPortal.BrowserTests.Support;

public enum Language
{
    English,
    Turkish,

    /// <summary>No words of the interface yet, so it falls back to English; here for its direction.</summary>
    Arabic,
}

/// <summary>A kind of page, by an example. Every rule that holds for all pages is asked of each of these.</summary>
/// <param name="Address">Finds the example's path and query in the demo paper.</param>
/// <param name="As">Who has to be signed in to see it; null: nobody.</param>
public sealed record Template(string Name, Func<NewsDb, Task<string>> Address, Language Language = Language.English, int Status = 200, Role? As = null)
{
    // Hours of one paper are seconds of another: whatever the hour of the run, this day has stories.
    private static readonly TimeSpan AnEarlierDay = TimeSpan.FromDays(1);

    public static readonly IReadOnlyList<Template> All =
    [
        new("front", At("/")),
        new("section", At("/world")),
        new("section in another language", At("/turkce")),
        new("section, older page", OlderPageOf("harbour-city")),
        new("section, empty", At("/weather")),
        new("story, long", StoryOf("militia-gives-dam-workers")),
        new("story with comments", StoryOf("storm-gate-fails-to-close")),
        new("story in another language", StoryOf("firtina-kapisi")),
        new("story without picture", StoryOf("central-bank-holds")),
        new("opinion", StoryOf("publish-the-inspection-log")),
        new("comments", CommentsOf("storm-gate-fails-to-close")),
        new("what is kept of a reader", At("/comments/me")),
        new("comments, newest first", async db => await StoryOf("storm-gate-fails")(db) + "/comments?order=Newest"),
        new("answering a comment", db => CommentAsync(db, "/comments/new?answers={0}")),
        new("answering a comment, Turkish", db => CommentAsync(db, "/comments/new?answers={0}"), Language.Turkish),
        new("reporting a comment", db => CommentAsync(db, "/comments/{0}/reports/new")),
        new("reporting a comment, right to left", db => CommentAsync(db, "/comments/{0}/reports/new"), Language.Arabic),
        new("one thread of comments", ThreadOf("storm-gate-fails-to-close")),
        new("story closed to comments, one of them gone", StoryOf(RareTalk.Closed)),
        new("story closed to comments, Turkish", StoryOf(RareTalk.Closed), Language.Turkish),
        new("story for members to talk about", StoryOf(RareTalk.ForMembers)),
        new("story for members to talk about, Turkish", StoryOf(RareTalk.ForMembers), Language.Turkish),
        new("appealing", AppealOf(RareTalk.Rejected)),
        new("appealing, Turkish", AppealOf(RareTalk.Rejected), Language.Turkish),
        new("appealing, right to left", AppealOf(RareTalk.Rejected), Language.Arabic),
        new("an appeal that waits", AppealOf(RareTalk.Appealed)),
        new("asking for letters", async db => db.GetService<NoticeKeys>().ConfirmationPath(await RareTalk.EmailKeyAsync(db))),
        new("asking for letters, Turkish", async db => db.GetService<NoticeKeys>().ConfirmationPath(await RareTalk.EmailKeyAsync(db)), Language.Turkish),
        new("ending letters", async db => db.GetService<NoticeKeys>().EndingPath(await RareTalk.EmailKeyAsync(db))),
        new("ending letters, Turkish", async db => db.GetService<NoticeKeys>().EndingPath(await RareTalk.EmailKeyAsync(db)), Language.Turkish),
        new("letter's link that no longer works", At(NoticeKeys.Ending + "?key=none"), Status: 404),
        new("live coverage", StoryOf("storm-gate-as-it-happens")),
        new("live coverage, key events", StoryOf("storm-gate-as-it-happens", "?key=1")),
        new("live coverage, oldest first", StoryOf("storm-gate-as-it-happens", "?from=first")),
        new("live coverage, Turkish", StoryOf("storm-gate-as-it-happens"), Language.Turkish),
        new("live coverage, right to left", StoryOf("storm-gate-as-it-happens"), Language.Arabic),
        new("tag", At("/tag/port-averne")),
        new("author", At("/author/dilara-aksoy")),
        new("archive", At("/archive")),
        new("archive, one day", db => Task.FromResult((TimeProvider.System.GetUtcNow() - AnEarlierDay).ToString("'/archive/'yyyy'/'MM'/'dd", CultureInfo.InvariantCulture))),
        new("last minute", At("/last-minute")),
        new("search", At("/search")),
        new("search with results", At("/search?q=gate")),
        new("search without results", At("/search?q=zyzzyva")),
        new("standing page", StoryOf("contact")),
        new("not found", At("/no-such-page-anywhere"), Status: 404),
        new("withdrawn", StoryOf("a-ropemaker-a-flood"), Status: 410),
        new("offline", At("/offline")),
        new("front, Turkish", At("/"), Language.Turkish),
        new("section, Turkish", At("/turkce"), Language.Turkish),
        new("story, Turkish", StoryOf("firtina-kapisi"), Language.Turkish),
        new("last minute, Turkish", At("/last-minute"), Language.Turkish),
        new("search with results, Turkish", At("/search?q=f%C4%B1rt%C4%B1na"), Language.Turkish),
        new("not found, Turkish", At("/boyle-bir-sayfa-yok"), Language.Turkish, 404),
        new("front, right to left", At("/"), Language.Arabic),
        new("section, right to left", At("/world"), Language.Arabic),
        new("story, right to left", StoryOf("storm-gate-fails-to-close"), Language.Arabic),
        new("last minute, right to left", At("/last-minute"), Language.Arabic),
        new("sign in", At("/account/sign-in")),
        new("sign in, Turkish", At("/account/sign-in"), Language.Turkish),
        new("sign in, right to left", At("/account/sign-in"), Language.Arabic),
        new("joining", At("/account/join")),
        new("joining, Turkish", At("/account/join"), Language.Turkish),
        new("joining without letters, right to left", At("/account/join"), Language.Arabic),
        new("joining, from the letter", db => Task.FromResult(db.GetService<JoinLinks>().PathFor("new@reader.example"))),
        new("joining, from the letter, Turkish", db => Task.FromResult(db.GetService<JoinLinks>().PathFor("new@reader.example")), Language.Turkish),
        new("a reader's account", At("/account/me"), As: Role.Reader),
        new("a reader's account, Turkish", At("/account/me"), Language.Turkish, As: Role.Reader),
        new("a reader's account, right to left", At("/account/me"), Language.Arabic, As: Role.Reader),
        new("what is kept of a reader who joined", At("/comments/me"), As: Role.Reader),
        new("forgotten password", At("/account/password-reset")),
        new("link that no longer works", At("/account/link?token=none"), Status: 404),
        new("my account", At("/admin/me"), As: Role.Editor),
        new("my account, Turkish", At("/admin/me"), Language.Turkish, As: Role.Administrator),
        new("authenticator", At("/admin/me/authenticator"), As: Role.Contributor),
        new("people", At("/admin/accounts"), As: Role.Administrator),
        new("people, Turkish", At("/admin/accounts"), Language.Turkish, As: Role.Administrator),
        new("people, right to left", At("/admin/accounts"), Language.Arabic, As: Role.Administrator),
        new("person", async db => $"/admin/accounts/{await db.Accounts.OfStaff().MinAsync(account => account.Id)}", As: Role.Administrator),
        new("editor", DeskOf("storm-gate-fails-to-close"), As: Role.Editor),
        new("editor, Turkish", DeskOf("firtina-kapisi"), Language.Turkish, As: Role.Editor),
        new("another's story", DeskOf("storm-gate-fails-to-close"), As: Role.Contributor, Status: 404),
        new("editor, right to left", DeskOf("storm-gate-fails-to-close"), Language.Arabic, As: Role.Editor),
        new("new story", At("/admin/articles/new"), As: Role.Contributor),
        new("versions", DeskOf("storm-gate-fails-to-close", "/revisions"), As: Role.Editor),
        new("versions, Turkish", DeskOf("firtina-kapisi", "/revisions"), Language.Turkish, As: Role.Editor),
        new("compared versions", DeskOf("storm-gate-fails-to-close", "/revisions/comparison?from=1&to=0"), As: Role.Editor),
        new("corrections", DeskOf("storm-gate-fails-to-close", "/corrections"), As: Role.Editor),
        new("preview links", DeskOf("storm-gate-fails-to-close", "/preview-links"), As: Role.Editor),
        new("sending a picture", DeskOf("storm-gate-fails-to-close", "/pictures/new"), As: Role.Editor),
        new("sections and authors", At("/admin/sections"), As: Role.Administrator),
        new("sections and authors, Turkish", At("/admin/sections"), Language.Turkish, As: Role.Editor),
        new("desk", At("/admin"), As: Role.Editor),
        new("desk, Turkish", At("/admin"), Language.Turkish, As: Role.Editor),
        new("desk, right to left", At("/admin"), Language.Arabic, As: Role.Editor),
        new("desk of a contributor", At("/admin"), As: Role.Contributor),
        new("stories", At("/admin/articles"), As: Role.Editor),
        new("stories, Turkish", At("/admin/articles"), Language.Turkish, As: Role.Editor),
        new("stories, right to left", At("/admin/articles"), Language.Arabic, As: Role.Editor),
        new("stories, none", At("/admin/articles?q=zyzzyva"), As: Role.Editor),
        new("publishing", DeskOf(Edition.Handed, "/publication"), As: Role.Editor),
        new("publishing, Turkish", DeskOf(Edition.Handed, "/publication"), Language.Turkish, As: Role.Editor),
        new("publishing, right to left", DeskOf(Edition.Planned, "/publication"), Language.Arabic, As: Role.Editor),
        new("publishing a planned story", DeskOf(Edition.Planned, "/publication"), As: Role.Editor),
        new("publishing a live story", DeskOf("storm-gate-fails-to-close", "/publication"), As: Role.Editor),
        new("audit trail", At("/admin/audit"), As: Role.Editor),
        new("audit trail, Turkish", At("/admin/audit"), Language.Turkish, As: Role.Editor),
        new("flash desk", At("/admin/breaking"), As: Role.Editor),
        new("flash desk, Turkish", At("/admin/breaking"), Language.Turkish, As: Role.Editor),
        new("flash desk, right to left", At("/admin/breaking"), Language.Arabic, As: Role.Administrator),
        new("flash", FlashOf("Militia"), As: Role.Editor),
        new("flash, Turkish", FlashOf("Militia"), Language.Turkish, As: Role.Editor),
        new("flash that ended", FlashOf("Vaccine"), As: Role.Editor),
        new("following up a flash", async db => "/admin/breaking?follow=" + (await FlashOf("Militia")(db)).Split('/')[^1], As: Role.Editor),
        new("flashes that ended", At("/admin/breaking/history"), As: Role.Editor),
        new("coverages", At("/admin/live"), As: Role.Editor),
        new("coverages, Turkish", At("/admin/live"), Language.Turkish, As: Role.Editor),
        new("live desk", DeskOf("storm-gate-as-it-happens", "/live"), As: Role.Editor),
        new("live desk, Turkish", DeskOf("storm-gate-as-it-happens", "/live"), Language.Turkish, As: Role.Editor),
        new("live desk, right to left", DeskOf("storm-gate-as-it-happens", "/live"), Language.Arabic, As: Role.Editor),
        new("live desk of a contributor", DeskOf("storm-gate-as-it-happens", "/live"), As: Role.Contributor),
        new("live update", LiveUpdate, As: Role.Editor),
        new("live update, Turkish", LiveUpdate, Language.Turkish, As: Role.Editor),
        new("covering a story live", DeskOf("storm-gate-fails-to-close", "/live"), As: Role.Editor),
        new("comments to read", At("/admin/comments"), As: Role.Moderator),
        new("comments to read, Turkish", At("/admin/comments"), Language.Turkish, As: Role.Moderator),
        new("comments to read, right to left", At("/admin/comments"), Language.Arabic, As: Role.Moderator),
        new("reported comments", At("/admin/comments?queue=Reported"), As: Role.Moderator),
        new("spam", At("/admin/comments?queue=Spam"), As: Role.Moderator),
        new("rejected comments, Turkish", At("/admin/comments?queue=Rejected"), Language.Turkish, As: Role.Moderator),
        new("no comments to read", At("/admin/comments?q=zyzzyva"), As: Role.Moderator),
        new("comment with an appeal", async db => $"/admin/comments?at={await db.Comments.Where(c => c.Body == RareTalk.Appealed).Select(c => c.Id).SingleAsync()}", As: Role.Moderator),
        new("writer of comments", WriterOf(""), As: Role.Moderator),
        new("writer of comments, Turkish", WriterOf(""), Language.Turkish, As: Role.Moderator),
        new("erasing a writer", WriterOf("/erasure"), As: Role.Administrator),
        new("approved comments, searched", At("/admin/comments?queue=Approved&q=the"), As: Role.Editor),
        new("comment", CommentAt(""), As: Role.Moderator),
        new("comment, Turkish", CommentAt(""), Language.Turkish, As: Role.Moderator),
        new("banning a writer", CommentAt("/bans/new?comment="), As: Role.Moderator),
        new("bans", At("/admin/comments/bans"), As: Role.Moderator),
        new("word list", At("/admin/comments/words"), As: Role.Moderator),
        new("word list, Turkish", At("/admin/comments/words"), Language.Turkish, As: Role.Moderator),
        new("decisions", At("/admin/comments/decisions"), As: Role.Moderator),
        new("decisions, Turkish", At("/admin/comments/decisions"), Language.Turkish, As: Role.Moderator),
        new("how the desk keeps up", At("/admin/comments/service"), As: Role.Moderator),
        new("how the desk keeps up, Turkish", At("/admin/comments/service"), Language.Turkish, As: Role.Moderator),
        new("not for this role", At("/admin/accounts"), Status: 403, As: Role.Editor),
    ];

    public static Template Named(string name) => All.Single(template => template.Name == name);

    // The one that was edited, for its history.
    private static async Task<string> LiveUpdate(NewsDb db)
    {
        var entry = await db.Entries.AsNoTracking().SingleAsync(e => e.EditedUtc != null);
        return string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{entry.ArticleId}/live/entries/{entry.Id}");
    }

    private static async Task<string> CommentAsync(NewsDb db, string address)
    {
        var comment = await db.Comments.Where(c => c.State == CommentState.Approved).MinAsync(c => c.Id);
        return string.Format(CultureInfo.InvariantCulture, address, comment);
    }

    private static Func<NewsDb, Task<string>> AppealOf(string body)
        => async db => db.GetService<AppealKeys>().Path(await db.Comments.Where(c => c.Body == body).Select(c => c.Id).SingleAsync());

    private static Func<NewsDb, Task<string>> WriterOf(string below) => async db =>
    {
        var writer = await db.Comments.Where(c => c.Body == RareTalk.Appealed).Select(c => c.CommenterId).SingleAsync();
        return string.Create(CultureInfo.InvariantCulture, $"/admin/comments/people/{writer}{below}");
    };

    private static Func<NewsDb, Task<string>> ThreadOf(string slugStart) => async db =>
    {
        var root = await db.Comments.AsNoTracking().Where(c => c.RootId != null && c.State == CommentState.Approved && c.Article!.Slug.StartsWith(slugStart)).OrderBy(c => c.Id).FirstAsync();
        return $"{await StoryOf(slugStart)(db)}/comments?thread={root.RootId}";
    };

    private static Func<NewsDb, Task<string>> At(string path) => _ => Task.FromResult(path);

    private static Func<NewsDb, Task<string>> StoryOf(string slugStart, string query = "") => async db =>
    {
        var story = await db.Articles.AsNoTracking().Include(a => a.Section).SingleAsync(a => a.Slug.StartsWith(slugStart));
        return StoryAddress.Of(story.Section?.Slug, story.Slug, story.Id) + query;
    };

    private static Func<NewsDb, Task<string>> DeskOf(string slugStart, string below = "") => async db =>
    {
        var story = await db.Articles.AsNoTracking().SingleAsync(a => a.Slug.StartsWith(slugStart));
        return string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{story.Id}{below}");
    };

    private static Func<NewsDb, Task<string>> FlashOf(string textStart) => async db =>
    {
        var flash = await db.Flashes.AsNoTracking().SingleAsync(f => f.Text.StartsWith(textStart));
        return string.Create(CultureInfo.InvariantCulture, $"/admin/breaking/{flash.Id}");
    };

    private static Func<NewsDb, Task<string>> CommentAt(string path) => async db =>
    {
        var comment = await db.Comments.AsNoTracking().Where(c => c.ParentId != null).OrderBy(c => c.Id).FirstAsync();
        return path.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"/admin/comments/{comment.Id}") : string.Create(CultureInfo.InvariantCulture, $"/admin/comments{path}{comment.Id}");
    };

    // The demo's comments all fit under their story; a place before the second of them begins a page of the rest.
    private static Func<NewsDb, Task<string>> CommentsOf(string slugStart) => async db =>
    {
        var first = await db.Comments.AsNoTracking().Where(c => c.RootId == null && c.Article!.Slug.StartsWith(slugStart)).OrderBy(c => c.PostedUtc).FirstAsync();
        return $"{await StoryOf(slugStart)(db)}/comments?after={new Cursor(first.PostedUtc, first.Id)}";
    };

    private static Func<NewsDb, Task<string>> OlderPageOf(string section) => async db =>
    {
        var second = await db.Articles.AsNoTracking().Where(a => a.Section!.Slug == section && a.PublishedUtc != null)
            .OrderByDescending(a => a.PublishedUtc).Skip(1).FirstAsync();
        return $"/{section}?before={new Cursor(second.PublishedUtc!.Value, second.Id)}";
    };
}
