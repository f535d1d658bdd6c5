using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

/// <summary>A page of the desk's list costs the same however many stories there are: it is an index, walked.</summary>
public sealed class StoryListPlanTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData(StoryTab.All, "IX_Drafts_ChangedUtc_ArticleId")]
    [InlineData(StoryTab.ToEdit, "IX_Drafts_State_ChangedUtc")]
    [InlineData(StoryTab.SentBack, "IX_Drafts_State_ChangedUtc")]
    [InlineData(StoryTab.Scheduled, "IX_Drafts_ItemState_ChangedUtc")]
    [InlineData(StoryTab.Published, "IX_Drafts_ItemState_ChangedUtc")]
    public async Task A_tab_walks_an_index_and_sorts_nothing(StoryTab tab, string index)
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "This reads the plans of SQLite.");
        var me = new Staffer(1, "Ada", Role.Editor, []);
        var plan = await newsroom.WithDbAsync(async db =>
        {
            var query = new StoryFilter { Tab = tab }.Of(db.Articles.OpenTo(me), me, new(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()))
                .LatestFirst().Take(51).AsRows();
            await using var command = query.CreateDbCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            await db.Database.OpenConnectionAsync();
            await using var reader = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }

            return steps;
        });

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
