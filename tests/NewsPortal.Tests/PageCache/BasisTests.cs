using NewsPortal.Articles;
using NewsPortal.Sections;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What each kind of page rests on, tag by tag.</summary>
public sealed class BasisTests : IAsyncLifetime
{
    private readonly Newsroom newsroom;
    private readonly BasisRecorder recorder;
    private Section world = null!;
    private Author ada = null!;
    private Tag floods = null!;
    private NewsPortal.Articles.Article older = null!;
    private NewsPortal.Articles.Article newer = null!;

    public BasisTests() => (newsroom, recorder) = BasisRecorder.Open();

    private string Address => $"/world/newer-{newer.Id}";

    public async ValueTask InitializeAsync()
    {
        world = await newsroom.SectionAsync();
        (ada, floods) = (await newsroom.AuthorAsync(), await newsroom.TagAsync());
        older = await newsroom.PublishAsync(Some.CopyFor(world, "Older"), newsroom.Now.AddDays(-1));
        newer = await newsroom.PublishAsync(Some.CopyFor(world, "Newer") with { Bylines = [new BylineCopy(ada.Id)], TagIds = [floods.Id], LastMinute = true });
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public Task The_front() => RestsOnAsync("/", $"{Layout} front discussed:1 {Card(newer)} {Signed} {Name} {Card(older)} {Count(newer)}");

    [Fact]
    public Task A_story() => RestsOnAsync(
        Address, $"{Layout} article:{newer.Id} address:{newer.Id} live:{newer.Id} {Count(newer)} {Signed} {Name} section:{world.Id} section:{world.Id}:talk {Card(older)}");

    [Fact]
    public async Task A_story_names_another_that_is_not_out_yet()
    {
        var coming = await newsroom.WithDbAsync(async db =>
        {
            var story = NewsPortal.Articles.Article.Start(ArticleKind.Story, Some.CopyFor(world, "Coming"), Some.Body("Soon."), Some.Ada, newsroom.Now);
            db.Add(story);
            await db.SaveChangesAsync();
            return story.Id;
        });
        var naming = await newsroom.PublishAsync(Some.CopyFor(world, "Naming") with { RelatedIds = [coming] });
        Assert.Contains($"card:{coming}", (await recorder.ReadAsync(newsroom.Reader(), $"/world/naming-{naming.Id}")).Tags);
    }

    [Fact]
    public Task A_story_at_another_address() => RestsOnAsync($"/world/wrong-{newer.Id}", $"address:{newer.Id}");

    [Fact]
    public async Task A_withdrawn_story()
    {
        await newsroom.ChangeAsync(older.Id, story => story.Withdraw(Some.Ada, "It was not so.", newsroom.Now));
        await RestsOnAsync($"/world/older-{older.Id}", $"{Layout} article:{older.Id} address:{older.Id}");
    }

    [Fact]
    public async Task Further_comments()
    {
        await newsroom.CommentAsync(newer.Id);
        await RestsOnAsync($"{Address}/comments?after={new Cursor(newsroom.Now.AddDays(-9), 1)}", $"{Layout} address:{newer.Id} {Card(newer)} {Count(newer)} {Name} section:{world.Id}:talk talk:{newer.Id}");
    }

    [Fact]
    public Task A_section() => RestsOnAsync(
        "/world", $"{Layout} section:{world.Id} section:{world.Id}:discussed:1 {Name} {Card(newer)} {Card(older)} {Signed} {Count(newer)} {Count(older)}");

    [Fact]
    public Task A_topic() => RestsOnAsync("/tag/floods", $"{Layout} tag:{floods.Id} {Name} {Card(newer)} {Signed} {Count(newer)}");

    [Fact]
    public Task An_author() => RestsOnAsync("/author/ada-quill", $"{Layout} author:{ada.Id} {Name} {Card(newer)} {Signed} {Count(newer)}");

    [Fact]
    public Task Last_minute() => RestsOnAsync("/last-minute", $"{Layout} last-minute {Name} {Card(newer)} {Signed} {Count(newer)}");

    [Theory]
    [InlineData("/archive", "archive")]
    [InlineData("/archive/2026", "archive:2026")]
    [InlineData("/archive/2026/11", "archive:2026-11")]
    public Task An_archive(string path, string list) => RestsOnAsync(path, $"{Layout} {list} {Name} {Card(newer)} {Card(older)} {Signed} {Count(newer)} {Count(older)}");

    [Fact]
    public Task A_day() => RestsOnAsync("/archive/2026/11/21", $"{Layout} archive:2026-11-21 {Name} {Card(older)} {Count(older)}");

    [Fact]
    public async Task A_day_of_another_zone_lies_in_two_of_UTC()
    {
        var (istanbul, recorded) = BasisRecorder.Open(("Site:TimeZone", "Europe/Istanbul"));
        await using var paper = istanbul;
        Assert.Equal(["archive:2026-11-20", "archive:2026-11-21", "breaking", "navigation"], (await recorded.ReadAsync(istanbul.Reader(), "/archive/2026/11/21")).Tags.Order(StringComparer.Ordinal));
        Assert.Equal(["archive:2026-10", "archive:2026-11", "breaking", "navigation"], (await recorded.ReadAsync(istanbul.Reader(), "/archive/2026/11")).Tags.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_of_older_stories_rests_on_what_it_shows_and_the_next_and_on_the_list_behind_its_first_page()
    {
        var stories = new List<int>();
        for (var number = 0; number < 41; number++)
        {
            stories.Add((await newsroom.PublishAsync(Some.CopyFor(world, "One of many"), newsroom.Now.AddDays(-2).AddHours(-number))).Id);
        }

        var shown = string.Join(' ', stories.Take(20).Select(id => $"card:{id} comments:{id}"));
        await RestsOnAsync($"/world?before={new Cursor(older.PublishedUtc!.Value, older.Id)}", $"{Layout} section:{world.Id}:past {Name} {shown} address:{stories[20]}");
    }

    [Fact]
    public async Task A_page_of_newer_stories_that_ends_at_the_newest_rests_on_the_first_page_too()
        => await RestsOnAsync(
            $"/tag/floods?after={new Cursor(older.PublishedUtc!.Value, older.Id)}", $"{Layout} tag:{floods.Id} tag:{floods.Id}:past {Name} {Card(newer)} {Signed} {Count(newer)}");

    [Fact]
    public Task A_search() => RestsOnAsync("/search?q=newer", $"{Layout} search {Name} {Card(newer)} {Signed} {Count(newer)}");

    [Fact]
    public Task An_empty_search() => RestsOnAsync("/search", Layout);

    [Fact]
    public Task A_feed() => RestsOnAsync("/world/rss.xml", $"section:{world.Id} article:{newer.Id} article:{older.Id} {Name} {Signed}");

    [Fact]
    public Task The_feed_of_all() => RestsOnAsync("/rss.xml", $"archive article:{newer.Id} article:{older.Id} {Name} {Signed}");

    [Theory]
    [InlineData("/sitemap.xml", "sitemap:1")]
    [InlineData("/sitemap/pages.xml", "sitemap:pages")]
    [InlineData("/sitemap/stories-0.xml", "sitemap:0")]
    [InlineData("/robots.txt", "")]
    [InlineData("/site.webmanifest", "")]
    [InlineData("/offline", "")]
    public Task Files(string path, string tags) => RestsOnAsync(path, tags);

    [Fact]
    public Task Where_nothing_is() => RestsOnAsync("/nothing/here-999", $"{Layout} missing archive address:999 {Name} {Card(newer)} {Card(older)}");

    [Fact]
    public async Task A_flash_makes_its_storys_address_part_of_every_page()
    {
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(NewsPortal.Breaking.Flash.Raise(new(NewsPortal.Breaking.FlashLevel.Urgent, "Now", newsroom.Now.AddHours(1)) { ArticleId = newer.Id }, Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        await RestsOnAsync("/search", $"{Layout} address:{newer.Id} {Name}");
    }

    private const string Layout = "breaking navigation";

    private string Name => $"section:{world.Id}:name";

    private string Signed => $"author:{ada.Id}:name";

    private static string Card(NewsPortal.Articles.Article story) => $"card:{story.Id}";

    private static string Count(NewsPortal.Articles.Article story) => $"comments:{story.Id}";

    private async Task RestsOnAsync(string path, string tags)
    {
        var page = await recorder.ReadAsync(newsroom.Reader(), path);
        Assert.Equal(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal), page.Tags.Order(StringComparer.Ordinal));
    }
}
