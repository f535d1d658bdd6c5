using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes;

public sealed class ChangeTailTests : IDisposable
{
    private readonly Recorder recorder = new();
    private readonly Newsroom newsroom;

    public ChangeTailTests() => newsroom = new Newsroom { Guests = services => services.AddSingleton<IChangeFollower>(recorder) };

    private ChangeBell Bell => newsroom.Services.GetRequiredService<ChangeBell>();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Whoever_wrote_goes_on_when_the_followers_know()
    {
        var section = await newsroom.SectionAsync();
        var time = Stopwatch.StartNew();
        for (var number = 1; number <= 20; number++)
        {
            var before = recorder.Told.Count;
            await newsroom.PublishAsync(Some.CopyFor(section, $"Story {number}"));
            Assert.Equal(before + 1, recorder.Told.Count);
        }

        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(1, recorder.Starts);
    }

    [Fact]
    public async Task What_another_process_wrote_is_found_within_a_second_or_so_without_a_bell()
    {
        _ = newsroom.Services;
        await using (var elsewhere = newsroom.Database.Open())
        {
            await TellAsync(elsewhere);
        }

        Assert.Single(await recorder.UntilAsync(1, seconds: 2));
    }

    [Fact]
    public async Task Of_what_was_there_before_the_start_nobody_is_told()
    {
        await using (var earlier = newsroom.Database.Open())
        {
            await TellAsync(earlier);
        }

        _ = newsroom.Services;
        Assert.Equal(1, recorder.Starts);
        await newsroom.WithDbAsync(TellAsync);
        Assert.Equal([2], recorder.Seqs);
    }

    [Fact]
    public async Task Many_changes_at_once_arrive_whole_and_in_order()
    {
        _ = newsroom.Services;
        await using (var elsewhere = newsroom.Database.Open())
        {
            elsewhere.AddRange(Enumerable.Range(0, 1734).Select(_ => Some.Change()));
            await elsewhere.SaveChangesAsync();
        }

        Bell.Ring();
        Assert.Equal(Enumerable.Range(1, 1734).Select(seq => (long)seq), await recorder.UntilAsync(1734));
    }

    [Fact]
    public async Task Fifty_writers_at_once_are_told_of_once_each()
    {
        var section = await newsroom.SectionAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => newsroom.PublishAsync(Some.CopyFor(section, $"Story {number}")))));
        Assert.Equal(await newsroom.WithDbAsync(db => db.Changes.OrderBy(c => c.Seq).Select(c => c.Seq).ToListAsync()), recorder.Seqs);
    }

    [Fact]
    public async Task A_follower_that_fails_starts_over_and_stops_nobody()
    {
        var behind = new Recorder();
        using var other = new Newsroom
        {
            Guests = services => services.AddSingleton<IChangeFollower>(recorder).AddSingleton<IChangeFollower>(behind),
        };
        recorder.Also = _ => throw new InvalidOperationException("This one is broken.");
        await other.WithDbAsync(TellAsync);
        await other.WithDbAsync(TellAsync);
        Assert.Equal([1, 2], behind.Seqs);
        Assert.Equal((3, 1), (recorder.Starts, behind.Starts));
    }

    [Fact]
    public async Task What_a_follower_writes_does_not_wait_for_itself()
    {
        var time = TimeSpan.Zero;
        recorder.Also = changes =>
        {
            if (changes[0].Seq == 1)
            {
                var watch = Stopwatch.StartNew();
                newsroom.WithDbAsync(TellAsync).GetAwaiter().GetResult();
                time = watch.Elapsed;
            }
        };
        await newsroom.WithDbAsync(TellAsync);
        Assert.Equal([1, 2], await recorder.UntilAsync(2));
        Assert.InRange(time, TimeSpan.FromTicks(1), ChangeBell.LongestWait * 0.9);
    }

    [Fact]
    public async Task A_follower_that_takes_its_time_keeps_a_writer_for_a_second_at_most()
    {
        _ = newsroom.Services;
        recorder.Also = _ => Thread.Sleep(ChangeBell.LongestWait * 3);
        var time = Stopwatch.StartNew();
        await newsroom.WithDbAsync(TellAsync);
        Assert.InRange(time.Elapsed, ChangeBell.LongestWait * 0.9, ChangeBell.LongestWait * 2.8);
    }

    [Fact]
    public void Where_no_tail_runs_as_in_an_errand_nobody_waits() => Assert.True(new ChangeBell().RingAsync(7).IsCompletedSuccessfully);

    [Fact]
    public async Task Rows_that_appear_out_of_order_are_told_in_order()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Numbers are given by hand here.");
        await newsroom.WithDbAsync(TellAsync);
        await AppearAsync(4);
        await AppearAsync(3);
        await Task.Delay(200);
        Assert.Equal([1], recorder.Seqs);
        await AppearAsync(2);
        Assert.Equal([1, 2, 3, 4], await recorder.UntilAsync(4, seconds: 2.5));
    }

    [Fact]
    public async Task A_number_that_never_appears_is_stepped_over_and_one_that_comes_late_is_told_late()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Numbers are given by hand here.");
        await newsroom.WithDbAsync(TellAsync);
        var time = Stopwatch.StartNew();
        await AppearAsync(4);
        Assert.Equal([1, 4], await recorder.UntilAsync(2));
        Assert.InRange(time.Elapsed, FeedPlace.Patience, FeedPlace.Patience + TimeSpan.FromSeconds(2));
        await AppearAsync(2);
        Assert.Equal([1, 4, 2], await recorder.UntilAsync(3, seconds: 2.5));
    }

    [Fact]
    public async Task A_feed_that_was_restored_from_a_backup_is_followed_anew()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Numbers are given by hand here.");
        await newsroom.WithDbAsync(TellAsync);
        await newsroom.WithDbAsync(TellAsync);
        await RunAsync("DELETE FROM Changes WHERE Seq > 1");
        Assert.Equal(2, await StartsAsync(2));
        await AppearAsync(2);
        await AppearAsync(3);
        Assert.Equal([1, 2, 2, 3], await recorder.UntilAsync(4));
        await RunAsync("UPDATE Changes SET Subject = 'article:99' WHERE Seq = 3");
        Assert.Equal(3, await StartsAsync(3));
    }

    [Fact]
    public async Task While_the_feed_cannot_be_read_it_is_tried_on_and_nothing_is_lost()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQLite renames its tables here.");
        await newsroom.WithDbAsync(TellAsync);
        await RunAsync("ALTER TABLE Changes RENAME TO Elsewhere");
        await Task.Delay(1500);
        await RunAsync("INSERT INTO Elsewhere (Seq, Kind, Subject, Payload, AtUtc) VALUES (2, 'Updated', 'article:1', '', '2026-11-22 12:00:00')");
        await RunAsync("ALTER TABLE Elsewhere RENAME TO Changes");
        Assert.Equal([1, 2], await recorder.UntilAsync(2));
        Assert.Equal(1, recorder.Starts);
    }

    private static async Task<bool> TellAsync(NewsDb db)
    {
        var page = Some.Article();
        page.Publish(Some.Ada, Some.Noon);
        db.Add(page);
        return await db.SaveChangesAsync() > 0;
    }

    /// <summary>Commits a row under a number that another server would have given it.</summary>
    private async Task AppearAsync(long seq)
    {
        await RunAsync($"INSERT INTO Changes (Seq, Kind, Subject, Payload, AtUtc) VALUES ({seq}, 'Updated', 'article:{seq}', '', '2026-11-22 12:00:00')");
        Bell.Ring();
    }

    private async Task RunAsync(string sql)
    {
        await using var db = newsroom.Database.Open();
        await db.WriteAsync(() => db.Database.ExecuteSqlRawAsync(sql));
    }

    private async Task<int> StartsAsync(int count)
    {
        for (var times = 0; recorder.Starts < count && times < 100; times++)
        {
            await Task.Delay(50);
        }

        return recorder.Starts;
    }
}
