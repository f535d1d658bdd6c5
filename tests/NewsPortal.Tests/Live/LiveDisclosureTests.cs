using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Live;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Live;

/// <summary>What machines are told of a coverage, and what nobody is.</summary>
public sealed partial class LiveDisclosureTests : IDisposable
{
    private const string Marker = "Quillwort";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData("waits")]
    [InlineData("sent back")]
    [InlineData("deleted")]
    [InlineData("deleted while pinned")]
    public async Task What_readers_are_not_to_have_is_nowhere(string state)
    {
        var story = await newsroom.LiveStoryAsync();
        await newsroom.FileAsync(story, "One.");
        var entry = await newsroom.FileAsync(story, Marker, waits: state is "waits" or "sent back", change: copy => copy with { IsKey = true });
        await newsroom.ChangeEntryAsync(entry.Id, e => Hide(e, state));
        if (state == "deleted while pinned")
        {
            await newsroom.WithDbAsync(async db =>
            {
                await db.WriteAsync(() => db.Coverages.ExecuteUpdateAsync(set => set.SetProperty(c => c.PinnedEntryId, entry.Id)), default);
                return 0;
            });
        }

        var page = FormattableString.Invariant($"/harbour/a-gate-is-stuck-{story}");
        var parts = FormattableString.Invariant($"/live/{story}");
        string[] addresses =
        [
            page, $"{page}?key=1", $"{page}?from=first", FormattableString.Invariant($"{page}?entry={entry.Id}"), "/", "/rss.xml", $"/search?q={Marker}", "/archive", "/changes?after=0",
            $"{parts}/updates?after=0", FormattableString.Invariant($"{parts}/entries/{entry.Id}"),
        ];
        using var reader = newsroom.Reader();
        foreach (var address in addresses)
        {
            using var answer = await reader.GetAsync(address);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(Marker, Asked().Replace(body, ""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_of_a_withdrawn_story_is_told()
    {
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "One.");
        await newsroom.ChangeAsync(story, article => article.Withdraw(Some.Ada, "It was not so.", newsroom.Now));
        using var reader = newsroom.Reader();
        foreach (var address in new[] { $"/harbour/a-gate-is-stuck-{story}?from=first", $"/live/{story}/updates?after=0", $"/live/{story}/entries/{entry.Id}" })
        {
            using var answer = await reader.GetAsync(address);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_coverage_is_a_live_blog_to_machines()
    {
        var story = await newsroom.LiveStoryAsync();
        var first = await newsroom.FileAsync(story, "One.", change: copy => copy with { Headline = "</script><b>" });
        await newsroom.FileAsync(story, "Two.");
        var blog = await BlogAsync(story);
        Assert.Equal("LiveBlogPosting", blog.GetProperty("@type").GetString());
        Assert.True(blog.GetProperty("coverageStartTime").TryGetDateTimeOffset(out _));
        Assert.False(blog.TryGetProperty("coverageEndTime", out _));
        var updates = blog.GetProperty("liveBlogUpdate").EnumerateArray().ToList();
        Assert.Equal(["Two.", "One."], updates.Select(update => update.GetProperty("articleBody").GetString()));
        Assert.Equal("</script><b>", updates[1].GetProperty("headline").GetString());
        Assert.True(updates[1].GetProperty("datePublished").TryGetDateTimeOffset(out _));
        Assert.EndsWith(FormattableString.Invariant($"?entry={first.Id}#entry-{first.Id}"), updates[1].GetProperty("url").GetString(), StringComparison.Ordinal);

        await newsroom.ChangeCoverageAsync(story, coverage => coverage.Close(Some.Text("It is over."), Some.Ada, newsroom.Now));
        Assert.True((await BlogAsync(story)).GetProperty("coverageEndTime").TryGetDateTimeOffset(out _));
    }

    [Fact]
    public async Task A_newer_renderer_draws_entries_and_key_points_anew()
    {
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "One *day*.");
        var old = new LiveText("One *day*.", "<p>old</p>", "old", 0);
        await newsroom.ChangeEntryAsync(entry.Id, e => e.Rerender(old, newsroom.Now));
        await newsroom.ChangeCoverageAsync(story, coverage => coverage.Summarise(old, Some.Ada, newsroom.Now));
        Assert.Equal(1, await newsroom.WithAsync(services => services.GetRequiredService<LiveRerendering>().RunAsync(all: false, default)));
        var page = await newsroom.Reader().PageAsync(FormattableString.Invariant($"/harbour/a-gate-is-stuck-{story}"));
        Assert.Equal("<p>One <em>day</em>.</p>", page.QuerySelector(".upd .prose")!.InnerHtml.Trim());
        Assert.Contains("<p>One <em>day</em>.</p>", page.QuerySelector(".note")!.InnerHtml, StringComparison.Ordinal);
    }

    private static void Hide(Entry entry, string state)
    {
        if (state == "sent back")
        {
            entry.SendBack("Who says so?", Some.Bo, Some.Noon);
        }
        else if (state != "waits")
        {
            entry.Delete(Some.Bo, Some.Noon);
        }
    }

    private async Task<JsonElement> BlogAsync(int story)
    {
        var page = await newsroom.Reader().PageAsync(FormattableString.Invariant($"/harbour/a-gate-is-stuck-{story}"));
        return JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
    }

    // A search says what it was asked.
    [GeneratedRegex($"(q=|“|&#x201C;|value=\"){Marker}")]
    private static partial Regex Asked();
}
