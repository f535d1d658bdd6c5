using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>The pages that are made most cost the same however many stories there are: what they ask is found, not looked for.</summary>
public sealed partial class HotQueryPlanTests : IDisposable
{
    private readonly Newsroom newsroom = new(("PageCache:MegaBytes", "0"));

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData("/", 5)]
    [InlineData("/world/a-bridge-opens-1", 4)]
    public async Task No_statement_walks_through_all_stories(string path, int least)
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "This reads the plans of SQLite.");
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var reader = newsroom.Reader();
        await reader.PageAsync(path);
        using var count = new StatementCount(newsroom.Database);
        await reader.PageAsync(path);
        Assert.True(count.Statements.Count >= least, $"{count.Statements.Count} statements");
        await using var db = new SqliteConnection(newsroom.Database.ConnectionString);
        await db.OpenAsync();
        foreach (var statement in count.Statements.Where(statement => !Limited().IsMatch(statement)))
        {
            Assert.True(!WalksStories(db, statement), statement);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=1")]
    [InlineData("?from=first")]
    [InlineData("?before=3&key=1")]
    [InlineData("?entry=2")]
    public async Task Entries_of_a_live_coverage_are_walked_in_their_order(string query)
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "This reads the plans of SQLite.");
        var story = await newsroom.LiveStoryAsync();
        foreach (var isKey in new[] { true, true, false })
        {
            await newsroom.FileAsync(story, "The gate moves.", change: copy => copy with { IsKey = isKey });
        }

        using var count = new StatementCount(newsroom.Database);
        await newsroom.Reader().PageAsync(FormattableString.Invariant($"/harbour/a-gate-is-stuck-{story}{query}"));
        await using var db = new SqliteConnection(newsroom.Database.ConnectionString);
        await db.OpenAsync();
        var walk = Assert.Single(count.Statements, statement => statement.Contains("ORDER BY \"e\".\"Order\"", StringComparison.Ordinal));
        var plan = PlanOf(db, walk);
        var (loop, walked) = Assert.Single(plan, step => OrderedEntries().IsMatch(step.Detail));
        Assert.Equal(query.Contains("key", StringComparison.Ordinal), walked.Contains("IsKey=?", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Loop == loop && step.Detail.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "IX_Comments_ArticleId_Kind_State_RootId_PostedUtc_Id")]
    [InlineData("/comments?after=638994096760000000-1", "IX_Comments_ArticleId_Kind_State_RootId_PostedUtc_Id")]
    [InlineData("/comments?order=Newest", "IX_Comments_ArticleId_Kind_State_RootId_PostedUtc_Id")]
    [InlineData("/comments?order=Replied", "IX_Comments_ArticleId_Replied")]
    [InlineData("/comments?order=Replied&after=99-1", "IX_Comments_ArticleId_Replied")]
    public async Task Threads_of_comments_are_walked_in_their_order(string query, string index)
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "This reads the plans of SQLite.");
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await newsroom.CommentAsync(story.Id, answers: (await newsroom.CommentAsync(story.Id)).Id);
        using var count = new StatementCount(newsroom.Database);
        await newsroom.Reader().PageAsync(FormattableString.Invariant($"/world/a-bridge-opens-{story.Id}{query}"));
        await using var db = new SqliteConnection(newsroom.Database.ConnectionString);
        await db.OpenAsync();
        var walk = Assert.Single(count.Statements, statement => statement.Contains("\"ApprovedReplies\"", StringComparison.Ordinal));
        var plan = PlanOf(db, walk);
        // What another part of the statement found, a page at most, is taken whole.
        var found = plan.Select(step => Found().Match(step.Detail)).Where(match => match.Success).Select(match => "SCAN " + match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(plan, step => step.Detail.StartsWith("SCAN ", StringComparison.Ordinal) && !found.Contains(step.Detail));
        var (loop, _) = plan.First(step => step.Detail.Contains($"INDEX {index} (", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Loop == loop && step.Detail.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
    }

    // Whoever takes all it meets must find it by number or by what it belongs to: that all stories are listed narrows nothing.
    private static bool WalksStories(SqliteConnection db, string statement)
        => PlanOf(db, statement).Exists(step => step.Loop == 0 && Walk().IsMatch(step.Detail));

    private static List<(int Loop, string Detail)> PlanOf(SqliteConnection db, string statement)
    {
        using var command = db.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, 1);
        }

        using var plan = command.ExecuteReader();
        var steps = new List<(int, string)>();
        while (plan.Read())
        {
            steps.Add((plan.GetInt32(1), plan.GetString(3)));
        }

        return steps;
    }

    [GeneratedRegex(@"^(?:CO-ROUTINE|MATERIALIZE) (\S+)$")]
    private static partial Regex Found();

    [GeneratedRegex(@"LIMIT \S+\s*\z")]
    private static partial Regex Limited();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^MATERIALIZE |^SEARCH \w+ USING (COVERING )?INDEX IX_Articles_Kind_State_")]
    private static partial Regex Walk();

    [GeneratedRegex(@"^SEARCH e USING INDEX IX_Entries_ArticleId_(IsKey_)?Order ")]
    private static partial Regex OrderedEntries();
}
