using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Articles.Writing;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles.Writing;

public sealed class DraftSavingTests : IDisposable
{
    private static readonly Staffer Ada = new(1, "Ada Quill", Role.Contributor, []);
    private static readonly Staffer Tomas = new(2, "Tomas Reyl", Role.Editor, []);

    private readonly Newsroom newsroom = new();

    [Fact]
    public async Task A_save_built_on_what_is_there_is_kept_and_the_live_page_is_not_touched()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var saved = await ada.SaveAsync(copy with { Headline = "A bridge closes" });
        Assert.Equal(SaveOutcome.Saved, saved.Outcome);
        var article = await newsroom.WithDbAsync(db => db.Articles.Include(a => a.Draft).SingleAsync());
        Assert.Equal(("A bridge closes", "Ada Quill", "A bridge opens"), (article.Draft.Copy.Headline, article.Draft.SavedBy, article.Headline));
    }

    [Fact]
    public async Task A_stale_save_overwrites_nothing_and_keeps_both_texts_with_their_base()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var tomas = await AlsoAsync(Tomas);
        await ada.SaveAsync(copy with { Headline = "Hers" });
        var refused = await tomas.SaveAsync(copy with { Headline = "His", Standfirst = "New." });
        Assert.Equal(SaveOutcome.Refused, refused.Outcome);
        var kept = await newsroom.WithDbAsync(db => db.EditSessions.SingleAsync(s => s.Id == refused.Session.Id));
        Assert.Equal(("A bridge opens", "His", "Hers"), (kept.BaseCopy!.Headline, kept.RefusedCopy!.Headline, kept.TheirCopy!.Headline));
        Assert.Equal([new("Headline", CopyField.Headline, "A bridge opens", "His", "Hers")], kept.Merge()!.Conflicts);
        Assert.Equal("Hers", (await DraftAsync()).Copy.Headline);
    }

    [Fact]
    public async Task After_the_merge_the_save_goes_through_and_nothing_is_left_over()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var tomas = await AlsoAsync(Tomas);
        await ada.SaveAsync(copy with { Headline = "Hers" });
        var refused = await tomas.SaveAsync(copy with { Standfirst = "His." });
        tomas.Hear(refused, copy);
        var saved = await tomas.SaveAsync(refused.Session.Merge()!.Copy);
        Assert.Equal((SaveOutcome.Saved, null), (saved.Outcome, saved.Session.RefusedCopy));
        Assert.Equal(("Hers", "His."), ((await DraftAsync()).Copy.Headline, saved.Draft.Copy.Standfirst));
    }

    [Fact]
    public async Task Two_tabs_of_one_person_do_not_overwrite_each_other()
    {
        var (first, copy) = await OpenAsync(Ada);
        var second = await AlsoAsync(Ada);
        await first.SaveAsync(copy with { Headline = "In one tab" });
        Assert.Equal(SaveOutcome.Refused, (await second.SaveAsync(copy with { Headline = "In the other" })).Outcome);
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_does_not_conflict_with_itself_nor_does_the_next_one()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var once = copy with { Headline = "Once" };
        await ada.SaveAsync(once);
        Assert.Equal(SaveOutcome.Repeated, (await ada.SendAsync(once)).Outcome);
        var next = await ada.SaveAsync(once with { Headline = "Twice" });
        Assert.Equal((SaveOutcome.Saved, "Twice"), (next.Outcome, (await DraftAsync()).Copy.Headline));
    }

    [Fact]
    public async Task An_older_save_of_the_same_tab_that_arrives_late_changes_nothing()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var first = await ada.SaveAsync(copy with { Headline = "First" });
        await ada.SaveAsync(copy with { Headline = "Second" });
        var late = await newsroom.WithAsync(services => ((DraftSaving)services.GetService(typeof(DraftSaving))!)
            .SaveAsync(first.Draft.ArticleId, first.Session.Id, new(1, 1, copy with { Headline = "Late" }), Ada, default));
        Assert.Equal((SaveOutcome.Repeated, "Second"), (late.Outcome, (await DraftAsync()).Copy.Headline));
    }

    [Fact]
    public async Task A_move_of_the_workflow_does_not_refuse_the_words_of_whoever_is_writing()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var first = copy with { Headline = "Writing" };
        ada.Hear(await ada.SaveAsync(first), first);
        await newsroom.ChangeAsync((await DraftAsync()).ArticleId, article => article.Draft.HandIn(Tomas.Signature, newsroom.Now));
        Assert.Equal(SaveOutcome.Saved, (await ada.SaveAsync(first with { Headline = "Still writing" })).Outcome);
    }

    [Fact]
    public async Task A_tab_that_slept_until_its_session_was_cleared_away_still_loses_nothing()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var tomas = await AlsoAsync(Tomas);
        await ada.SaveAsync(copy with { Headline = "Hers" });
        tomas.Forget();
        var refused = await tomas.SaveAsync(copy with { Headline = "His" });
        Assert.Equal((SaveOutcome.Refused, "His", "Hers"), (refused.Outcome, refused.Session.RefusedCopy!.Headline, (await DraftAsync()).Copy.Headline));
        Assert.Contains(refused.Session.Merge()!.Conflicts, conflict => conflict.Field == CopyField.Headline);
    }

    [Fact]
    public async Task Nobody_saves_through_the_tab_of_another()
    {
        var (ada, copy) = await OpenAsync(Ada);
        var hers = await ada.SaveAsync(copy);
        var his = await newsroom.WithAsync(services => ((DraftSaving)services.GetService(typeof(DraftSaving))!)
            .SaveAsync(hers.Draft.ArticleId, hers.Session.Id, new(9, hers.Draft.Version, copy), Tomas, default));
        Assert.NotEqual(hers.Session.Id, his.Session.Id);
    }

    [Fact]
    public async Task Who_is_here_is_who_was_seen_within_a_minute_and_abandoned_tabs_are_cleared_away()
    {
        await OpenAsync(Ada);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(50));
        await AlsoAsync(Tomas);
        var id = (await DraftAsync()).ArticleId;
        Assert.Equal(["Ada Quill", "Tomas Reyl"], await newsroom.WithDbAsync(db => db.EditSessions.Present(id, newsroom.Now).Select(s => s.Name).ToListAsync()));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(["Tomas Reyl"], await newsroom.WithDbAsync(db => db.EditSessions.Present(id, newsroom.Now).Select(s => s.Name).ToListAsync()));
        newsroom.Clock.Advance(TimeSpan.FromDays(4));
        await AlsoAsync(Tomas);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.EditSessions.CountAsync()));
    }

    public void Dispose() => newsroom.Dispose();

    private async Task<(Writer Writer, Copy Copy)> OpenAsync(Staffer who)
    {
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var writer = await AlsoAsync(who);
        return (writer, writer.Seen);
    }

    private async Task<Writer> AlsoAsync(Staffer who)
    {
        var writer = new Writer(newsroom, (await DraftAsync()).ArticleId, who);
        await writer.OpenAsync();
        return writer;
    }

    private Task<Draft> DraftAsync() => newsroom.WithDbAsync(db => db.Drafts.AsNoTracking().SingleAsync());
}
