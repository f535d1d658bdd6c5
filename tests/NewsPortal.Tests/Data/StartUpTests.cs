using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsPortal.Data;
using NewsPortal.Hosting;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class StartUpTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-").FullName;

    private string DatabaseFile => Path.Combine(folder, "news.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_missing_folder_and_database_are_made()
    {
        await PrepareAsync(new() { ["Storage:Path"] = Path.Combine(folder, "a", "b") });
        Assert.True(File.Exists(Path.Combine(folder, "a", "b", "news.db")));
    }

    [Fact]
    public async Task Many_that_start_at_once_on_one_file_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PrepareAsync())));
        Assert.Equal((long)TestDatabase.MigrationCount, Scalar("SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task The_lock_that_a_killed_start_left_behind_is_cleared_and_told_of()
    {
        Execute("""
            CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00+00:00');
            """);

        var told = await PrepareAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains(told.Lines, line => line.Contains("killed while it migrated", StringComparison.Ordinal));
        Assert.Equal((long)TestDatabase.MigrationCount, Scalar("SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task A_start_waits_for_the_one_that_is_migrating_and_says_so()
    {
        Task<Told> second;
        await using (new FileStream(DatabaseFile + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            second = PrepareAsync();
            await Task.Delay(400);
            Assert.False(second.IsCompleted);
        }

        Assert.Contains((await second).Lines, line => line.Contains("waiting for it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await PrepareAsync();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')");
        await RefusedAsync("newer version");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(DatabaseFile, string.Join('\n', Enumerable.Repeat("Dear editor, this is a letter.", 200)));
        await RefusedAsync("is not a database");
    }

    [Fact]
    public async Task A_damaged_database_is_named()
    {
        await PrepareAsync();
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(DatabaseFile);
        bytes.AsSpan(100, 4000).Fill(0xA5);
        await File.WriteAllBytesAsync(DatabaseFile, bytes);
        await RefusedAsync("is damaged");
    }

    [Theory]
    [InlineData("BEGIN IMMEDIATE")]
    [InlineData("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")]
    public async Task A_database_that_another_program_holds_is_waited_for_and_then_named(string hold)
    {
        await PrepareAsync();
        SqliteConnection.ClearAllPools();
        await using var other = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await other.OpenAsync();
        await using var command = new SqliteCommand(hold, other);
        await command.ExecuteNonQueryAsync();
        var waited = Stopwatch.StartNew();

        await RefusedAsync("locked by another program");

        Assert.InRange(waited.Elapsed.TotalSeconds, DatabaseSettings.BusySeconds - 0.5, 10);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var inTheWay = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(inTheWay, "");
        await RefusedAsync("cannot be made or written", new() { ["Storage:Path"] = Path.Combine(inTheWay, "data") });
    }

    [Fact]
    public async Task A_folder_in_the_database_s_place_is_named()
    {
        Directory.CreateDirectory(DatabaseFile);
        await RefusedAsync("cannot be opened for writing");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_named()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self") && !OperatingSystem.IsWindows(), "Needs a folder that nobody may write.");
        await RefusedAsync("cannot be made or written", new() { ["Storage:Path"] = "/proc/self" });
    }

    [Fact]
    public async Task A_SQL_Server_that_does_not_answer_is_named_without_the_password()
    {
        var waited = Stopwatch.StartNew();
        var refused = await RefusedAsync("127.0.0.1,1 cannot be reached", new()
        {
            ["Database:Engine"] = "SqlServer",
            ["ConnectionStrings:News"] = "Server=127.0.0.1,1;Database=news;User Id=sa;Password=hunter2;TrustServerCertificate=true",
        });
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
        Assert.InRange(waited.Elapsed.TotalSeconds, 0, 10);
    }

    private async Task<Told> PrepareAsync(Dictionary<string, string?>? values = null)
    {
        var told = new Told();
        await using var services = TestDatabase.Services(values ?? new() { ["Storage:Path"] = folder });
        services.GetRequiredService<ILoggerFactory>().AddProvider(told);
        await services.PrepareDatabaseAsync();
        return told;
    }

    private async Task<StartUpException> RefusedAsync(string said, Dictionary<string, string?>? values = null)
    {
        var refused = await Assert.ThrowsAsync<StartUpException>(() => PrepareAsync(values));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        return refused;
    }

    private void Execute(string sql) => Scalar(sql);

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private sealed class Told : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = [];

        public IEnumerable<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
