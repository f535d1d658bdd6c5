using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Live;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Live;

/// <summary>Two people at one coverage at the same moment: nothing is lost, nothing is done twice, nobody meets an error.</summary>
public sealed class LiveDeskRaceTests : IDisposable
{
    private static readonly HttpStatusCode[] Polite = [HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity];

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_story_that_several_editors_begin_to_cover_is_covered_once()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => editor.PostAsync(Live(story))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Coverages.CountAsync()));
    }

    [Fact]
    public async Task Who_lets_go_of_an_entry_leaves_what_another_pinned_meanwhile()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var (one, two) = (await newsroom.FileAsync(story, "One."), await newsroom.FileAsync(story, "Two."));
        await MoveAsync(editor, one, "pin");
        await MoveAsync(editor, two, "pin");
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(editor, one, "unpin")).StatusCode);
        Assert.Equal(two.Id, await PinnedAsync());
        await MoveAsync(editor, two, "unpin");
        Assert.Null(await PinnedAsync());
    }

    [Fact]
    public async Task Of_two_entries_that_are_pinned_at_once_one_is()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var entries = new[] { await newsroom.FileAsync(story, "One."), await newsroom.FileAsync(story, "Two.") };
        var answers = await Task.WhenAll(entries.Select(entry => MoveAsync(editor, entry, "pin")));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, Polite));
        Assert.Contains(await PinnedAsync(), entries.Select(entry => (int?)entry.Id));
    }

    [Fact]
    public async Task What_is_sent_while_the_coverage_is_closed_is_with_readers_or_refused()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var answers = await Task.WhenAll(
            [.. Enumerable.Range(0, 4).Select(number => WriteAsync(editor, story, $"Update {number}")), CloseAsync(editor, story)]);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, Polite));
        var (sent, last) = await newsroom.WithDbAsync(async db => (await db.Entries.CountAsync(e => e.State == EntryState.OnAir), await db.Coverages.Select(c => c.LastOrder).SingleAsync()));
        Assert.Equal((answers[..^1].Count(answer => answer.StatusCode == HttpStatusCode.SeeOther), sent), (sent, last));
    }

    [Fact]
    public async Task An_entry_that_two_editors_sign_off_is_sent_once()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var entry = await newsroom.FileAsync(await newsroom.LiveStoryAsync(), "One.", waits: true);
        var answers = await Task.WhenAll(MoveAsync(editor, entry, "sign-off"), MoveAsync(editor, entry, "sign-off"));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Coverages.Select(c => c.LastOrder).SingleAsync()));
    }

    [Fact]
    public async Task What_a_contributor_typed_into_an_entry_that_was_sent_meanwhile_is_not_lost()
    {
        using var reporter = await newsroom.ColleagueAsync(Role.Contributor, "Tomas Reyl");
        var story = await newsroom.LiveStoryAsync();
        await WriteAsync(reporter, story, "I see water.");
        var entry = await newsroom.WithDbAsync(db => db.Entries.AsNoTracking().SingleAsync());
        await newsroom.SignOffAsync(entry.Id);
        var answer = await reporter.PostAsync(Address(entry), ("Version", $"{entry.Version}"), ("Words", "I see much water."));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Html.ReadAsync(answer);
        Assert.Equal("I see much water.", page.QuerySelector("#words")!.TextContent);
        Assert.EndsWith("/live/entries", page.QuerySelector("form#entry")!.GetAttribute("action"), StringComparison.Ordinal);
        Assert.Equal("I see water.", await newsroom.WithDbAsync(db => db.Entries.Select(e => e.Words).SingleAsync()));
    }

    private static string Live(int story) => FormattableString.Invariant($"/admin/articles/{story}/live");

    private static string Address(Entry entry) => FormattableString.Invariant($"{Live(entry.ArticleId)}/entries/{entry.Id}");

    private static Task<HttpResponseMessage> WriteAsync(Colleague who, int story, string words) => who.PostAsync($"{Live(story)}/entries", ("Words", words));

    private static Task<HttpResponseMessage> MoveAsync(Colleague who, Entry entry, string move) => who.PostAsync($"{Address(entry)}/{move}", ("Version", $"{entry.Version}"));

    private async Task<HttpResponseMessage> CloseAsync(Colleague who, int story)
    {
        var version = await newsroom.WithDbAsync(db => db.Coverages.Where(c => c.ArticleId == story).Select(c => c.Version).SingleAsync());
        return await who.PostAsync($"{Live(story)}/closing", ("Version", $"{version}"), ("Summary", "It is over."));
    }

    private Task<int?> PinnedAsync() => newsroom.WithDbAsync(db => db.Coverages.Select(c => c.PinnedEntryId).SingleAsync());
}
