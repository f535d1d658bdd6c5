using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task An_instance_that_cannot_follow_the_changes_is_not_ready_until_it_can()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "SQLite renames its tables here.");
        using var newsroom = new Newsroom();
        var reader = newsroom.Reader();
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync());

        await RunAsync("ALTER TABLE Changes RENAME TO Elsewhere");
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync());
        await Task.Delay(TimeSpan.FromSeconds(11.5));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: feed"), await AskAsync());

        await RunAsync("ALTER TABLE Elsewhere RENAME TO Changes");
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync());

        async Task<(HttpStatusCode Status, string Text)> AskAsync()
        {
            var answer = await reader.GetAsync("/readyz");
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        async Task RunAsync(string sql)
        {
            await using var db = newsroom.Database.Open();
            await db.WriteAsync(() => db.Database.ExecuteSqlRawAsync(sql));
        }
    }
}
