using System.Net;
using Microsoft.Data.Sqlite;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>The database is gone: what was read goes on being read.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Pages_that_were_read_are_served_for_days_and_are_right_again_when_the_database_is_back()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Takes away the file that SQLite keeps the paper in.");
        await using var newsroom = new Newsroom();
        var reader = newsroom.Reader();
        var world = await newsroom.SectionAsync("World");
        await newsroom.PublishAsync(Some.CopyFor(world));
        var (front, list) = (await reader.GetStringAsync("/"), await reader.GetStringAsync("/world"));

        var file = Stop(newsroom);
        newsroom.Clock.Advance(TimeSpan.FromDays(3));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(front, await reader.GetStringAsync("/"));
            Assert.Equal(list, await reader.GetStringAsync("/world"));
        }

        var unread = await reader.GetAsync("/archive");
        Assert.Equal(HttpStatusCode.InternalServerError, unread.StatusCode);
        Assert.True(unread.Headers.CacheControl!.NoStore);

        Start(newsroom, file);
        await UntilAsync(async () => (await reader.GetAsync("/archive")).IsSuccessStatusCode);
        await newsroom.PublishAsync(Some.CopyFor(world, "A second bridge opens"));
        await UntilAsync(async () => (await reader.GetStringAsync("/")).Contains("A second bridge opens", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("It did not come right within ten seconds.");
    }

    // An empty folder in the file's place: nothing can be opened, and nothing is made there either.
    private static string Stop(Newsroom newsroom)
    {
        var file = new SqliteConnectionStringBuilder(newsroom.Database.ConnectionString).DataSource;
        SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);
        return file;
    }

    private static void Start(Newsroom newsroom, string file)
    {
        Directory.Delete(file);
        File.Move(file + ".away", file);
        using var connection = new SqliteConnection(newsroom.Database.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
