using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Comments;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>A queue is an index that is walked: nothing is counted, sorted or looked through without an end.</summary>
public sealed class QueueTests : IDisposable
{
    private const string Desk = "/admin/comments";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData(CommentQueue.Pending)]
    [InlineData(CommentQueue.Rejected)]
    public async Task A_queue_is_walked_by_place_and_every_comment_comes_once(CommentQueue queue)
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        for (var number = 0; number < 120; number++)
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(number % 3 == 0 ? 1 : 0));
            await newsroom.CommentAsync(story, $"Comment {number:000}", queue == CommentQueue.Pending ? CommentState.Pending : CommentState.Rejected);
        }

        var seen = new List<string>();
        for (var next = $"{Desk}?queue={queue}"; next is not null;)
        {
            var page = await moderator.ReadAsync(next);
            seen.AddRange(page.Texts("#queue li p"));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal((120, 120), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(queue == CommentQueue.Pending ? "Comment 000" : "Comment 119", seen[0]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_page_reads_from_an_index_for_whoever_asks(int? sections)
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "This reads the plans of SQLite.");
        var me = new Staffer(1, "Ada", Role.Moderator, [.. Enumerable.Range(1, sections ?? 0)]);
        foreach (var queue in Enum.GetValues<CommentQueue>())
        {
            foreach (var statement in await StatementsAsync(new QueueFilter { Queue = queue, After = "638000000000000000-5" }, me))
            {
                AssertWalksAnIndex(await PlanAsync(statement), merged: sections ?? 0);
            }
        }
    }

    [Fact]
    public async Task Those_that_say_nearly_the_same_are_found_by_what_they_say()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "This reads the plans of SQLite.");
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var waiting = await newsroom.CommentAsync(await StoryAsync(), "Best watches", CommentState.Pending);
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == waiting.Id)).Print(77);
            return await db.SaveChangesAsync();
        });
        using var statements = new StatementCount(newsroom.Database);
        await moderator.ReadAsync(Desk);
        var alike = statements.Statements.Single(sql => sql.StartsWith("SELECT \"c\".\"Fingerprint\"", StringComparison.Ordinal));
        Assert.Contains(await PlanAsync(alike), step => step.Contains("IX_Comments_Alike (State=? AND Fingerprint=?)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_are_found_as_readers_spell_them_and_the_search_says_how_far_it_looked()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        await newsroom.CommentAsync(story, "\u0130stanbul k\u00f6pr\u00fcs\u00fc a\u00e7\u0131ld\u0131", CommentState.Pending);
        await newsroom.CommentAsync(story, "Another bridge", CommentState.Pending);
        var page = await moderator.ReadAsync($"{Desk}?q=ISTANBUL+koprusu");
        Assert.Equal(["\u0130stanbul k\u00f6pr\u00fcs\u00fc a\u00e7\u0131ld\u0131"], page.Texts("#queue li p"));
        Assert.Contains("Looked through 2 comments.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[rel=next]"));
        Assert.Empty((await moderator.ReadAsync($"{Desk}?q=zyzzyva")).Texts("#queue li p"));
    }

    [Fact]
    public async Task It_is_narrowed_to_a_story_a_section_and_a_writer()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var (world, economy) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Economy"));
        var (one, two) = (await newsroom.PublishAsync(Some.CopyFor(world)), await newsroom.PublishAsync(Some.CopyFor(economy, "Prices rise")));
        await newsroom.CommentAsync(one.Id, "Of the bridge", CommentState.Pending);
        var other = await newsroom.CommentAsync(two.Id, "Of prices", CommentState.Pending);
        Assert.Equal(["Of prices"], (await moderator.ReadAsync($"{Desk}?story={two.Id}")).Texts("#queue li p"));
        Assert.Equal(["Of prices"], (await moderator.ReadAsync($"{Desk}?section={economy.Id}")).Texts("#queue li p"));
        Assert.Equal(["Prices rise"], (await moderator.ReadAsync($"{Desk}?story={two.Id}")).Texts(".filter > p"));
        Assert.Equal(["Of prices"], (await moderator.ReadAsync($"{Desk}?at={other.Id}")).Texts(".case .said"));
    }

    // What is read of the table is read by its queue's index; only what several sections gave is put in order afterwards.
    private static void AssertWalksAnIndex(List<string> plan, int merged)
    {
        var made = plan.Where(step => step.StartsWith("CO-ROUTINE ", StringComparison.Ordinal)).Select(step => step.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        var read = plan.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal) || step.StartsWith("SEARCH ", StringComparison.Ordinal)).Where(step => !made.Contains(step.Split(' ')[1])).ToList();
        Assert.NotEmpty(read);
        Assert.All(read, step => Assert.Matches("USING (COVERING )?INDEX IX_Comments_(State_QueuedUtc_Id|SectionId_State_QueuedUtc_Id|Reported|SectionId_Reported)", step));
        Assert.True(plan.Count(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)) <= (merged > 1 ? merged : 0), string.Join('\n', plan));
    }

    private async Task<int> StoryAsync() => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;

    private async Task<IReadOnlyList<string>> StatementsAsync(QueueFilter filter, Staffer me)
    {
        using var statements = new StatementCount(newsroom.Database);
        await newsroom.WithDbAsync(db => new QueueReader(db).ReadAsync(filter, me, default));
        return [.. statements.Statements.Where(sql => sql.StartsWith("SELECT", StringComparison.Ordinal) && sql.Contains("\"Comments\"", StringComparison.Ordinal))];
    }

    private Task<List<string>> PlanAsync(string statement) => newsroom.WithDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    });
}
