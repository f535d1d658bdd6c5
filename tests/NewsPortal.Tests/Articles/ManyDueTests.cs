using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Changes;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

/// <summary>Ten thousand stories due at one moment, and two processes on one database that both want to publish them.</summary>
[Trait("Category", "Slow")]
public sealed class ManyDueTests : IDisposable
{
    private const int Stories = 10_000;

    private readonly TempFolder folder = new();
    private readonly TestDatabase database = new();

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_goes_out_exactly_once_and_none_early()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Two processes share one SQLite file here.");
        await PlanAsync();
        using var one = Serve("one");
        using var other = Serve("other");
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var due = await MakeDueAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2));

        await UntilPublishedAsync();

        await using var db = database.Open();
        var told = await db.Changes.AsNoTracking().Where(change => change.Kind == ChangeKind.Published).ToListAsync();
        Assert.Equal((Stories, Stories), (told.Count, told.DistinctBy(change => change.Subject).Count()));
        Assert.True(told.Min(change => change.AtUtc) >= due, "A story went out before its time.");
        Assert.Equal(Stories, await db.Articles.CountAsync(article => article.PublishedUtc == due));
        Assert.Equal(Stories, await db.Revisions.CountAsync());
        Assert.False(one.HasExited || other.HasExited);
    }

    [Fact]
    public async Task A_story_that_came_due_while_the_server_lay_killed_goes_out_when_it_is_back_and_says_so()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "The process is started on a SQLite file here.");
        await using (var db = database.Open())
        {
            var article = Some.Article("The evening letter");
            article.PlanPublication(Some.Bo, WallTime.Of(Some.Noon.AddYears(10), TimeZoneInfo.Utc), Some.Noon);
            db.Add(article);
            await db.SaveChangesAsync();
        }

        using var killed = Serve("one");
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        killed.Kill();
        var due = await MakeDueAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-12));
        using var back = Serve("one");
        await UntilPublishedAsync();

        await using var read = database.Open();
        var story = await read.Articles.Include(article => article.Schedules).SingleAsync();
        Assert.Equal((due, true, 12), (story.PublishedUtc, story.Schedules.Single().WasDown, (int)story.Schedules.Single().Late.TotalMinutes));
    }

    private PaperProcess Serve(string name) => PaperProcess.Start(
        "--urls=http://127.0.0.1:0", $"--ConnectionStrings:News={database.ConnectionString}", $"--Storage:Path={folder.Path}/{name}", "--Seed:Demo=false");

    private async Task PlanAsync()
    {
        var later = WallTime.Of(Some.Noon.AddYears(10), TimeZoneInfo.Utc);
        for (var batch = 0; batch < Stories / 1000; batch++)
        {
            await using var db = database.Open();
            for (var number = 0; number < 1000; number++)
            {
                var article = Some.Article($"Story {batch}-{number}");
                article.PlanPublication(Some.Bo, later, Some.Noon);
                db.Add(article);
            }

            await db.SaveChangesAsync();
        }
    }

    private async Task<DateTime> MakeDueAsync(DateTime due)
    {
        await using var db = database.Open();
        await db.WriteAsync(() => db.Schedules.ExecuteUpdateAsync(set => set.SetProperty(s => s.DueUtc, due).SetProperty(s => s.TryUtc, due)));
        return due;
    }

    private async Task UntilPublishedAsync()
    {
        var watch = Stopwatch.StartNew();
        await using var db = database.Open();
        while (await db.Schedules.AnyAsync(s => s.ClaimedUtc == null))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), "They did not go out in time.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
