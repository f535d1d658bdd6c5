using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

/// <summary>What SQLite wrote ahead comes into the file without any writer's help, and leaves the log where it must.</summary>
public sealed class WriteAheadLogTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Newsroom newsroom = new();

    private FileInfo File => new(new SqliteConnectionStringBuilder(newsroom.Database.Settings["ConnectionStrings:News"]).DataSource);

    private FileInfo Log => new(File.FullName + "-wal");

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task While_somebody_reads_in_it_emptying_is_owed_and_done_afterwards()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQLite only");
        await WriteAsync(10);
        await using (var reader = new SqliteConnection($"Data Source={File.FullName};Pooling=False"))
        {
            await reader.OpenAsync();
            await RunAsync(reader, "BEGIN; SELECT count(*) FROM Sections;");
            await WriteAsync(10);
            await newsroom.Services.GetRequiredService<WriteAheadLog>().EmptyAsync(default);
            Assert.NotEqual(0, Log.Length);
        }

        await ComesTrueAsync(() => Log.Length == 0);
    }

    [Fact]
    public async Task A_long_log_is_brought_into_the_file_beside_the_writers()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQLite only");
        await newsroom.Services.GetRequiredService<WriteAheadLog>().EmptyAsync(default);
        var before = File.Length;
        await WriteAsync(6_000_000);
        Assert.Equal(before, File.Length);
        await ComesTrueAsync(() => File.Length > before + 4_000_000);
    }

    private async Task ComesTrueAsync(Func<bool> isSo) => await Eventually.IsAsync(() =>
    {
        newsroom.Clock.Advance(Second);
        return Task.FromResult(isSo());
    });

    private Task<int> WriteAsync(int characters) => newsroom.WithDbAsync(async db =>
    {
        await db.WriteAsync(() => db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS Ballast (Text TEXT); INSERT INTO Ballast VALUES ({new string('x', characters)});"));
        return 0;
    });

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteScalarAsync();
    }
}
