using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.Feeds;
using NewsPortal.Front;
using NewsPortal.Live;
using NewsPortal.PageCache;
using NewsPortal.Search;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

/// <summary>The queries behind readers' pages are Transact-SQL where SQL Server runs them.</summary>
public sealed class SqlServerQueryTests
{
    private static readonly Cursor Place = new(Some.Noon, 7);

    public static TheoryData<string> Turns => ["first", "before", "after"];

    [Theory]
    [MemberData(nameof(Turns))]
    public Task Lists_of_the_paper(string turn) => ListAsync(db => db.Articles.Placed(), turn);

    [Theory]
    [MemberData(nameof(Turns))]
    public Task Lists_of_a_section(string turn) => ListAsync(db => db.Articles.Where(a => a.SectionId == 1).Placed(), turn);

    [Theory]
    [MemberData(nameof(Turns))]
    public Task Lists_of_a_tag(string turn) => ListAsync(db => db.ArticleTags.Where(t => t.TagId == 1).Placed(), turn);

    [Theory]
    [MemberData(nameof(Turns))]
    public Task Lists_of_an_author(string turn) => ListAsync(db => db.Bylines.Where(b => b.AuthorId == 1).Placed(), turn);

    [Theory]
    [MemberData(nameof(Turns))]
    public Task Lists_of_a_day(string turn)
        => ListAsync(db => db.Articles.Placed().Where(s => s.Utc >= Some.Noon && s.Utc < Some.Noon.AddDays(1)), turn);

    [Fact]
    public async Task The_front_page()
    {
        using var newsroom = new Newsroom();
        await newsroom.SectionAsync("World");
        await newsroom.SectionAsync("Economy", position: 1);
        var server = new RecordedSqlServer();
        await using var db = server.Open();
        var scopes = newsroom.Services.GetRequiredService<IServiceScopeFactory>();
        var navigation = new Navigation(scopes);
        var front = new FrontPage(db, navigation, new OnAir(db, new PageBasis(), new BreakingSettings(3), newsroom.Clock), new PageBasis(), newsroom.Services.GetRequiredService<FrontCandidates>());
        await front.ReadAsync(default);
        Assert.Empty(server.Errors());
        Assert.Contains(server.Statements, statement => statement.Contains("[SectionId] = ", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_story() => AskAsync(async db =>
    {
        await ArticlePage.FindAsync(db, 1, default);
        await ArticlePage.ReadAsync(db, Some.Article(), default);
    });

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("7", null, null, null)]
    [InlineData("7", null, "1", null)]
    [InlineData(null, "first", "1", null)]
    [InlineData(null, null, null, "7")]
    public async Task A_live_coverage(string? before, string? from, string? key, string? entry)
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.LiveStoryAsync();
        var page = await newsroom.WithDbAsync(async own => await ArticlePage.ReadAsync(own, (await ArticlePage.FindAsync(own, story, default))!, default));
        await AskAsync(async db =>
        {
            await db.Entries.OnAir(story).Where(e => e.Order > 7).OrderByDescending(e => e.Order).Take(51).AsLines().ToListAsync();
            await new LivePages(db, new PageBasis()).ReadAsync(page, new LiveTurn(new LiveAsk(before, from, key, entry)), default);
        });
    }

    [Fact]
    public Task A_feed() => AskAsync(db => StoryFeed.ReadAsync(db, new Channel("/", "Paper", "All of it", "en"), db.Articles.Placed(), default));

    [Fact]
    public Task The_change_feed() => AskAsync(async db =>
    {
        var tail = new TailQueries();
        await TailQueries.RecentAsync(db, 100, default);
        await tail.FromAsync(db, 7, default);
        await tail.InGapsAsync(db, [new Gap(3, 5, TimeSpan.Zero)], default);
        await db.Changes.IsPrunedAfterAsync(-1, default);
        await db.Changes.AsNoTracking().Between(-1, 10).Take(200).ToListAsync();
        await ChangePruning.LastOfBatchAsync(db, Some.Noon, default);
    });

    [Fact]
    public Task The_feeds_that_a_change_touches() => AskAsync(async db =>
    {
        var feeds = new TouchedFeeds(db);
        await feeds.AllAsync(default);
        await feeds.OfAsync([Some.Change(10)], default);
    });

    [Fact]
    public Task What_comes_next_after_a_cursor() => AskAsync(db => CursorBatch.ReadAsync(db, 7, Some.Noon, default));

    [Fact]
    public Task The_sitemap() => AskAsync(async db =>
    {
        var map = new Sitemap(db, new PageBasis());
        await map.FilesAsync(default).ToListAsync();
        await map.PagesAsync(default).ToListAsync();
        await map.StoriesAsync(3, default).ToListAsync();
    });

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task A_search(string turn)
    {
        var query = SearchQuery.Parse("storm \"open gate\" 100% -rust a b c d");
        var server = await AskAsync(db => new FoldedSearch(db, Lists(db)).FindAsync(new SearchQuestion(query, 1, Some.Noon), TurnOf(turn), default));
        Assert.Contains(server.Statements, statement => statement.Contains("NOT LIKE", StringComparison.Ordinal) && statement.Contains("ESCAPE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Waiting_for_a_turn_to_write()
    {
        var server = await AskAsync(db => db.Database.ExecuteSqlAsync(SqlServerNewsDb.Turn("comments")));
        Assert.Contains("EXEC @got = sp_getapplock @Resource = @p0", server.Statements.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_is_no_Transact_SQL_is_noticed()
    {
        var server = new RecordedSqlServer();
        await using var db = server.Open();
        Assert.NotEmpty(server.Errors());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Tags.FromSqlRaw("SELECT FROM WHERE").ToListAsync());
        Assert.NotEmpty(server.Errors());
    }

    private static Task<RecordedSqlServer> ListAsync(Func<NewsDb, IQueryable<ListedStory>> stories, string turn)
        => AskAsync(db => Lists(db).ReadAsync(stories(db), [], TurnOf(turn), default));

    private static StoryLists Lists(NewsDb db) => new(db, new PageBasis(), TimeProvider.System);

    private static async Task<RecordedSqlServer> AskAsync(Func<NewsDb, Task> ask)
    {
        var server = new RecordedSqlServer();
        await using var db = server.Open();
        await ask(db);
        Assert.Empty(server.Errors());
        return server;
    }

    private static PageTurn TurnOf(string turn) => turn switch
    {
        "before" => new PageTurn(Place.ToString(), null),
        "after" => new PageTurn(null, Place.ToString()),
        _ => new PageTurn(null, null),
    };
}
