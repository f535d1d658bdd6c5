using Microsoft.Data.Sqlite;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class StartUpProcessTests : IDisposable
{
    private const string LockRows = "SELECT count(*) FROM __EFMigrationsLock";

    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_processes_that_start_at_once_on_one_file_both_succeed()
    {
        using var one = Migrate(folder);
        using var other = Migrate(folder);
        Assert.Equal((0, 0), ((await one.EndAsync()).ExitCode, (await other.EndAsync()).ExitCode));
        Assert.Equal(TestDatabase.MigrationCount, Ask(folder, "SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task A_start_after_one_that_was_killed_while_migrating_finishes_the_work()
    {
        var killed = KillWhileMigrating();
        Assert.Equal(1, Ask(killed, LockRows));

        using var next = Migrate(killed);
        Assert.Equal(0, (await next.EndAsync()).ExitCode);
        Assert.Equal(TestDatabase.MigrationCount, Ask(killed, "SELECT count(*) FROM __EFMigrationsHistory"));
        Assert.Equal(0, Ask(killed, LockRows));
    }

    [Fact]
    public async Task What_is_wrong_is_one_sentence_on_the_error_stream_and_a_failing_exit()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "news.db"), new string('x', 5000));
        using var paper = Migrate(folder);
        var ended = await paper.EndAsync();
        Assert.NotEqual(0, ended.ExitCode);
        Assert.Matches(@"\A[^\n]*is not a database[^\n]*\n\z", ended.Errors);
    }

    private static PaperProcess Migrate(string storage) => PaperProcess.Start("migrate", $"--Storage:Path={storage}");

    /// <returns>A data folder whose migration was cut off between taking EF's lock and giving it back.</returns>
    private string KillWhileMigrating()
    {
        for (var time = 0; time < 20; time++)
        {
            var storage = Directory.CreateDirectory(Path.Combine(folder, $"{time}")).FullName;
            using var paper = Migrate(storage);
            while (!paper.HasExited && Ask(storage, LockRows) != 1)
            {
                Thread.Sleep(1);
            }

            paper.Kill();
            if (Ask(storage, LockRows) == 1)
            {
                return storage;
            }
        }

        throw new InvalidOperationException("No migration could be caught at work.");
    }

    private static long? Ask(string storage, string sql)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(storage, "news.db")};Mode=ReadWrite;Pooling=False");
            connection.Open();
            using var command = new SqliteCommand(sql, connection);
            return (long?)command.ExecuteScalar();
        }
        catch (SqliteException)
        {
            // No file or no such table yet.
            return null;
        }
    }
}
