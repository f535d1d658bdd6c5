using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class WriteGateTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Fifty_writers_at_once_all_succeed_and_changes_are_numbered_in_the_order_of_the_commits()
    {
        var committed = new List<string>();
        async Task Publish(int number)
        {
            await using var db = database.Open();
            await db.WriteAsync(async () =>
            {
                var article = Some.Article($"Story {number}");
                article.Publish(Some.Ada, Some.Noon);
                db.Add(article);
                await db.SaveChangesAsync();
                await Task.Yield();

                // On SQLite one writer is in here at a time.
                if (!TestDatabase.IsSqlServer)
                {
                    committed.Add($"article:{article.Id}");
                }
            });
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => Publish(number))));

        await using var read = database.Open();
        var subjects = await read.Changes.OrderBy(c => c.Seq).Select(c => c.Subject).ToListAsync();
        Assert.Equal(50, subjects.Distinct().Count());
        Assert.True(TestDatabase.IsSqlServer || subjects.SequenceEqual(committed));
    }

    [Fact]
    public async Task Writers_that_wait_hold_no_thread()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQL Server makes its own queue.");
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var first = database.Open();
        var holding = first.WriteAsync(() =>
        {
            inside.SetResult();
            return hold.Task;
        });
        await inside.Task;

        var contexts = Enumerable.Range(0, 50).Select(_ => database.Open()).ToList();
        var asked = Stopwatch.StartNew();
        var waiting = contexts.ConvertAll(db => db.WriteAsync(() => Task.CompletedTask));

        // All fifty were started on this one thread: writers that slept on it, as SQLite would have them, would keep it for minutes.
        Assert.InRange(asked.ElapsedMilliseconds, 0, 5000);
        Assert.DoesNotContain(waiting, write => write.IsCompleted);
        hold.SetResult();
        await Task.WhenAll([holding, .. waiting]);
        contexts.ForEach(db => db.Dispose());
    }

    [Fact]
    public async Task A_writer_that_gives_up_waiting_leaves_the_queue()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQL Server makes its own queue.");
        var hold = new TaskCompletionSource();
        await using var first = database.Open();
        await using var second = database.Open();
        var holding = first.WriteAsync(() => hold.Task);
        using var cancel = new CancellationTokenSource();
        var waiting = second.WriteAsync(() => Task.CompletedTask, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        hold.SetResult();
        await holding;
        await second.WriteAsync(() => Task.CompletedTask);
    }

    [Fact]
    public async Task A_second_context_that_writes_inside_the_write_of_a_first_is_told_so_and_does_not_hang()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQL Server lets two transactions of one process write.");
        await using var first = database.Open();
        await using var second = database.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => first.WriteAsync(() => second.WriteAsync(() => Task.CompletedTask)));

        await second.WriteAsync(() => Task.CompletedTask);
    }

    [Fact]
    public async Task What_a_write_left_running_may_write_when_the_write_is_over()
    {
        await using var first = database.Open();
        await using var second = database.Open();
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var later = Task.CompletedTask;
        await first.WriteAsync(() =>
        {
            later = Task.Run(async () =>
            {
                await over.Task;
                await second.WriteAsync(() => Task.CompletedTask);
            });
            return Task.CompletedTask;
        });
        over.SetResult();
        await later;
    }

    [Fact]
    public async Task Every_connection_waits_syncs_and_minds_foreign_keys_also_when_it_comes_from_the_pool()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "These are SQLite's.");
        for (var time = 0; time < 3; time++)
        {
            await using var db = database.Open();
            Assert.Equal("wal", await Pragma<string>(db, "journal_mode"));
            Assert.Equal(2L, await Pragma<long>(db, "synchronous"));
            Assert.Equal(1L, await Pragma<long>(db, "foreign_keys"));
            Assert.Equal(1000L * DatabaseSettings.BusySeconds, await Pragma<long>(db, "busy_timeout"));
        }
    }

    private static async Task<T> Pragma<T>(NewsDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = new SqliteCommand($"PRAGMA {name}", (SqliteConnection)db.Database.GetDbConnection());
        var value = (T)(await command.ExecuteScalarAsync())!;
        await db.Database.CloseConnectionAsync();
        return value;
    }
}
