using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Changes;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes;

public sealed class ChangesControllerTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_poller_is_told_what_came_after_what_it_knows()
    {
        var section = await newsroom.SectionAsync();
        var known = (await AskAsync("0")).Last;
        var story = await newsroom.PublishAsync(Some.CopyFor(section));

        var page = await AskAsync($"{known}");

        var line = Assert.Single(page.Changes);
        Assert.Equal((known + 1, "published", $"article:{story.Id}", newsroom.Now), (line.Seq, line.Kind, line.Subject, line.AtUtc));
        Assert.Equal((known + 1, false), (page.Last, page.StartOver));
        Assert.InRange(page.PollSeconds, 1, 60);
        Assert.Empty((await AskAsync($"{page.Last}")).Changes);
    }

    [Fact]
    public async Task The_answer_is_json_that_nobody_stores()
    {
        await newsroom.SectionAsync();
        var answer = await newsroom.Reader().GetAsync("/changes?after=0");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches(
            """^\{"last":1,"startOver":false,"now":"2026-11-22T12:00:00Z","pollSeconds":\d+,"changes":\[\{"seq":1,"kind":"sectionChanged","subject":"section:1","touched":\[[^]]*\],"atUtc":"2026-11-22T12:00:00Z"\}\]\}$""",
            await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Reader().SendAsync(new(HttpMethod.Head, "/changes?after=0"))).StatusCode);
    }

    [Theory]
    [InlineData("?after=")]
    [InlineData("?after=-1")]
    [InlineData("?after=+1")]
    [InlineData("?after=1e3")]
    [InlineData("?after=%D9%A1")]
    [InlineData("?after=99999999999999999999999")]
    [InlineData("?after=9223372036854775807")]
    [InlineData("?after=4")]
    [InlineData("?after=%00%ff'--")]
    public async Task Whoever_asks_after_nothing_that_was_is_told_to_start_over(string query)
    {
        await TellAsync(3);
        var page = await newsroom.Reader().GetFromJsonAsync<ChangePage>($"/changes{query}");
        Assert.Equal((3, true, 0), (page!.Last, page.StartOver, page.Changes.Count));
    }

    [Fact]
    public async Task A_crowd_of_pollers_costs_the_database_nothing()
    {
        await TellAsync(300);
        using var count = new StatementCount(newsroom.Database);
        Assert.Equal(3, (await AskAsync("297")).Changes.Count);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => AskAsync($"{200 + number}")));
        Assert.Empty(count.Statements);
    }

    [Fact]
    public async Task Whoever_was_away_for_long_gets_everything_page_by_page()
    {
        await TellAsync((RecentChanges.Most * 2) + 345);
        List<long> seqs = [];
        for (var page = await AskAsync("0"); page.Changes.Count > 0; page = await AskAsync($"{page.Last}"))
        {
            Assert.False(page.StartOver);
            Assert.InRange(page.Changes.Count, 1, 200);
            seqs.AddRange(page.Changes.Select(change => change.Seq));
        }

        Assert.Equal(Enumerable.Range(1, (RecentChanges.Most * 2) + 345).Select(seq => (long)seq), seqs);
    }

    [Fact]
    public async Task Whoever_asks_for_what_was_pruned_is_told_to_start_over()
    {
        await TellAsync(RecentChanges.Most + 500);
        await using (var db = newsroom.Database.Open())
        {
            await db.WriteAsync(() => db.Changes.Where(c => c.Seq <= 100).ExecuteDeleteAsync());
        }

        Assert.Equal((RecentChanges.Most + 500, true), await StartedAsync("99"));
        Assert.Equal((300, false), await StartedAsync("100"));
    }

    [Fact]
    public async Task Who_heard_from_a_quicker_instance_need_not_start_over()
    {
        await TellAsync(3);
        await using (var elsewhere = newsroom.Database.Open())
        {
            elsewhere.Add(Some.Change());
            await elsewhere.SaveChangesAsync();
        }

        Assert.Equal((4, false), await StartedAsync("4"));
    }

    [Fact]
    public void A_change_that_came_late_is_told_to_those_who_had_gone_past_it()
    {
        var recent = new RecentChanges();
        recent.StartOver(Rows(4, 5));
        recent.Add(Rows(6, 8));
        recent.Add(Rows(7));
        recent.Add(Rows(9));
        Assert.Equal([7, 9], recent.After(8, 10)!.Select(row => row.Seq));
        Assert.Equal([9], recent.After(7, 10)!.Select(row => row.Seq));
        Assert.Equal([4, 5, 6, 8, 7, 9], recent.After(3, 10)!.Select(row => row.Seq));
        Assert.Null(recent.After(2, 10));
        Assert.Equal(9, recent.Newest);
    }

    private static List<Change> Rows(params long[] seqs) => [.. seqs.Select(seq => Some.Change(seq))];

    private async Task TellAsync(int count)
    {
        await newsroom.WithDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, count).Select(_ => Some.Change()));
            return await db.SaveChangesAsync();
        });
        for (var times = 0; times < 100 && (await AskAsync("x")).Last < count; times++)
        {
            await Task.Delay(50);
        }
    }

    private async Task<ChangePage> AskAsync(string after) => (await newsroom.Reader().GetFromJsonAsync<ChangePage>($"/changes?after={after}"))!;

    private async Task<(long Last, bool StartOver)> StartedAsync(string after)
    {
        var page = await AskAsync(after);
        return (page.Last, page.StartOver);
    }
}
