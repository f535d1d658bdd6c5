using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NewsPortal.Changes;
using NewsPortal.Hosting;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes;

public sealed class ChangePruningTests : IDisposable
{
    private readonly Newsroom newsroom = new(("Changes:KeepDays", "7"));

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Old_changes_go_and_the_newest_that_feeds_print_stays_for_them()
    {
        await AddAsync(1200, ChangeKind.Updated, daysAgo: 9);
        await AddAsync(1, ChangeKind.Withdrawn, daysAgo: 8);
        await AddAsync(3, ChangeKind.CommentApproved, daysAgo: 8);
        await AddAsync(2, ChangeKind.CommentApproved, daysAgo: 1);

        await PruneAsync(until: 6);

        Assert.Equal([1201, 1202, 1203, 1204, 1205, 1206], await SeqsAsync());
        var feed = await newsroom.Reader().GetAsync("/rss.xml");
        Assert.Equal(newsroom.Now.AddHours(-1).AddDays(-8), feed.Content.Headers.LastModified!.Value.UtcDateTime);
    }

    [Fact]
    public async Task A_paper_without_stories_keeps_the_newest_change_of_all()
    {
        await AddAsync(700, ChangeKind.FlashRaised, daysAgo: 90);
        await PruneAsync(until: 1);
        Assert.Equal([700], await SeqsAsync());
    }

    [Fact]
    public async Task No_gap_is_made_where_an_old_change_was_written_late()
    {
        await AddAsync(3, ChangeKind.FlashRaised, daysAgo: 9);
        await AddAsync(1, ChangeKind.FlashRaised, daysAgo: 1);
        await AddAsync(2, ChangeKind.Updated, daysAgo: 300);
        await PruneAsync(until: 3);
        Assert.Equal([4, 5, 6], await SeqsAsync());
    }

    [Fact]
    public async Task Two_instances_prune_at_once()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Two databases at once are two SQLite files.");
        await AddAsync(5000, ChangeKind.Updated, daysAgo: 9);
        using var other = new Newsroom(("Changes:KeepDays", "7"), ("ConnectionStrings:News", newsroom.Database.ConnectionString));
        _ = (newsroom.Services, other.Services);
        other.Clock.Advance(TimeSpan.FromHours(1));
        await PruneAsync(until: 1);
        Assert.Equal([5000], await SeqsAsync());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("a month")]
    [InlineData("99999999999")]
    public void A_number_of_days_that_is_none_is_refused(string days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Changes:KeepDays", days)]).Build();
        Assert.Contains("Changes:KeepDays", Assert.Throws<StartUpException>(() => ChangeSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    private async Task AddAsync(int count, ChangeKind kind, int daysAgo)
    {
        await using var db = newsroom.Database.Open();
        db.AddRange(Enumerable.Range(0, count).Select(_ => new Change { Kind = kind, Subject = "article:1", AtUtc = newsroom.Now.AddDays(-daysAgo) }));
        await db.SaveChangesAsync();
    }

    private async Task PruneAsync(int until)
    {
        _ = newsroom.Services;
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        for (var times = 0; times < 200 && (await SeqsAsync()).Count != until; times++)
        {
            await Task.Delay(50);
        }
    }

    private async Task<List<long>> SeqsAsync()
    {
        await using var db = newsroom.Database.Open();
        return await db.Changes.OrderBy(c => c.Seq).Select(c => c.Seq).ToListAsync();
    }
}
