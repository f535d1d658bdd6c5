using System.Net;
using NewsPortal.Articles;
using NewsPortal.Feeds;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Feeds;

public sealed class CrawlersTests
{
    [Fact]
    public async Task Robots_are_kept_from_doors_and_searches_and_shown_the_map()
    {
        using var newsroom = Paper();
        var response = await newsroom.Reader().GetAsync("/robots.txt");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("User-agent: *", lines);
        Assert.Contains("Disallow: /admin/", lines);
        Assert.Contains("Disallow: /account/", lines);
        Assert.Contains("Disallow: /search?", lines);
        Assert.Contains("Sitemap: https://news.example.org/sitemap.xml", lines);
    }

    [Fact]
    public async Task The_index_names_files_that_hold_every_address()
    {
        using var newsroom = Paper();
        var world = await newsroom.SectionAsync("World");
        var story = await newsroom.PublishAsync(Some.CopyFor(world));
        var about = await newsroom.PublishAsync(Some.CopyFor(world, "About us") with { SectionId = null }, kind: ArticleKind.Page);
        var reader = newsroom.Reader();

        var files = await reader.AddressesAsync("/sitemap.xml");
        var addresses = new List<string>();
        foreach (var file in files)
        {
            addresses.AddRange(await reader.AddressesAsync(new Uri(file).AbsolutePath));
        }

        Assert.Equal(
            [
                "https://news.example.org/",
                "https://news.example.org/world",
                $"https://news.example.org/page/about-us-{about.Id}",
                $"https://news.example.org/world/a-bridge-opens-{story.Id}",
            ],
            addresses);
        Assert.All(addresses, address => Assert.True(reader.GetAsync(new Uri(address).AbsolutePath).Result.IsSuccessStatusCode));
    }

    [Fact]
    public async Task A_story_is_dated_by_its_last_change_on_the_site_clock()
    {
        using var newsroom = Paper();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        await newsroom.ChangeAsync(story.Id, article => article.Correct(Some.Ada, CorrectionKind.Correction, "It is the fifth.", newsroom.Now));

        var map = await newsroom.Reader().XmlAsync("/sitemap/stories-0.xml");
        Assert.Equal("2026-11-22T17:00:00+03:00", Assert.Single(map.Descendants(FeedReading.Sitemaps + "lastmod")).Value);
    }

    [Fact]
    public async Task What_readers_cannot_open_is_on_no_map()
    {
        using var newsroom = Paper();
        var section = await newsroom.SectionAsync();
        var withdrawn = await newsroom.PublishAsync(Some.CopyFor(section, "Withdrawn"));
        await newsroom.ChangeAsync(withdrawn.Id, story => story.Withdraw(Some.Tester, "It was wrong.", newsroom.Now));
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Article.Start(ArticleKind.Story, Some.CopyFor(section, "Unpublished"), Some.Body("Words"), Some.Tester, newsroom.Now));
            var scheduled = Article.Start(ArticleKind.Story, Some.CopyFor(section, "Scheduled"), Some.Body("Words"), Some.Tester, newsroom.Now);
            scheduled.PlanPublication(Some.Tester, WallTime.Of(newsroom.Now.AddDays(1), TimeZoneInfo.Utc), newsroom.Now);
            db.Add(scheduled);
            return await db.SaveChangesAsync();
        });

        Assert.Empty(await newsroom.Reader().AddressesAsync("/sitemap/stories-0.xml"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("00")]
    [InlineData("-1")]
    [InlineData("+0")]
    [InlineData("99999999999")]
    [InlineData("x")]
    public async Task A_file_that_the_index_does_not_name_is_not_found(string file)
    {
        using var newsroom = Paper();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var response = await newsroom.Reader().GetAsync($"/sitemap/stories-{file}.xml");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task An_empty_paper_has_a_map_of_its_front_page()
    {
        using var newsroom = Paper();
        var reader = newsroom.Reader();
        Assert.Equal(["https://news.example.org/sitemap/pages.xml"], await reader.AddressesAsync("/sitemap.xml"));
        Assert.Equal(["https://news.example.org/"], await reader.AddressesAsync("/sitemap/pages.xml"));
    }

    [Fact]
    public async Task A_file_keeps_to_its_range_of_ids()
    {
        using var newsroom = Paper();
        var section = await newsroom.SectionAsync();
        var first = await newsroom.PublishAsync(Some.CopyFor(section, "In the first"));
        await newsroom.WithDbAsync(async db =>
        {
            var far = Article.Start(ArticleKind.Story, Some.CopyFor(section, "In the second"), Some.Body("Words"), Some.Tester, newsroom.Now);
            far.Publish(Some.Tester, newsroom.Now);
            db.Add(far).Property(article => article.Id).CurrentValue = Sitemap.IdsPerFile;
            return await db.SaveChangesAsync();
        });

        var reader = newsroom.Reader();
        Assert.Equal(3, (await reader.AddressesAsync("/sitemap.xml")).Count);
        Assert.Equal([$"https://news.example.org/world/in-the-first-{first.Id}"], await reader.AddressesAsync("/sitemap/stories-0.xml"));
        Assert.Equal([$"https://news.example.org/world/in-the-second-{Sitemap.IdsPerFile}"], await reader.AddressesAsync("/sitemap/stories-1.xml"));
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap/pages.xml")]
    [InlineData("/sitemap/stories-0.xml")]
    public async Task HEAD_is_answered(string path)
    {
        using var newsroom = Paper();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        using var ask = new HttpRequestMessage(HttpMethod.Head, path);
        var head = await newsroom.Reader().SendAsync(ask);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.NotNull(head.Content.Headers.ContentType);
        Assert.True(head.Headers.CacheControl!.Public);
    }

    private static Newsroom Paper() => new(("Site:Url", "https://news.example.org"), ("Site:TimeZone", "Europe/Istanbul"));
}
