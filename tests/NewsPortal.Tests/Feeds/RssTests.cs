using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Feeds;

public sealed class RssTests
{
    [Fact]
    public async Task A_channel_says_what_it_is_of()
    {
        using var newsroom = Istanbul();
        var section = await newsroom.SectionAsync("Dünya", language: "tr");
        await newsroom.PublishAsync(Some.CopyFor(section));

        var channel = await newsroom.Reader().ChannelAsync("/dunya/rss.xml");

        Assert.Equal("Dünya | The Quay", channel.Element("title")!.Value);
        Assert.Equal("https://news.example.org/dunya", channel.Element("link")!.Value);
        Assert.NotEmpty(channel.Element("description")!.Value);
        Assert.Equal("tr", channel.Element("language")!.Value);
        Assert.Equal("Sun, 22 Nov 2026 15:00:00 +0300", channel.Element("lastBuildDate")!.Value);
        var self = channel.Element(FeedReading.Atom + "link")!;
        Assert.Equal("self", self.Attribute("rel")!.Value);
        Assert.Equal("https://news.example.org/dunya/rss.xml", self.Attribute("href")!.Value);
    }

    [Fact]
    public async Task An_item_carries_all_that_a_reader_program_can_show()
    {
        using var newsroom = Istanbul();
        var (section, tag) = (await newsroom.SectionAsync(), await newsroom.TagAsync("Floods"));
        var authors = new[] { await newsroom.AuthorAsync("Ada Quill"), await newsroom.AuthorAsync("Bo Şahin") };
        var photo = await PhotoAsync(newsroom);
        var story = await newsroom.PublishAsync(Some.CopyFor(section, "Storm gate fails") with
        {
            Bylines = [.. authors.Select(author => new BylineCopy(author.Id))],
            TagIds = [tag.Id],
            Lead = new Figure { PhotoId = photo.Id, Caption = "The gate <open>" },
        });

        var item = (await newsroom.Reader().ChannelAsync("/rss.xml")).Element("item")!;

        Assert.Equal("Storm gate fails", item.Element("title")!.Value);
        Assert.Equal($"https://news.example.org/world/storm-gate-fails-{story.Id}", item.Element("link")!.Value);
        Assert.Equal("Sun, 22 Nov 2026 15:00:00 +0300", item.Element("pubDate")!.Value);
        Assert.Equal(["Ada Quill", "Bo Şahin"], item.Elements(FeedReading.Dc + "creator").Select(author => author.Value));
        Assert.Equal(["World", "Floods"], item.Elements("category").Select(category => category.Value));
        Assert.Equal("The mayor walked across it first.", item.Element("description")!.Value);
        var picture = item.Element(FeedReading.Media + "content")!;
        Assert.Equal($"https://news.example.org/media/{photo.Id}/gate-1080.jpg", picture.Attribute("url")!.Value);
        Assert.Equal("image/jpeg 1080 720", string.Join(' ', new[] { "type", "width", "height" }.Select(name => picture.Attribute(name)!.Value)));
        Assert.Equal("The gate <open>", picture.Element(FeedReading.Media + "description")!.Value);
        Assert.Equal("N. Light", picture.Element(FeedReading.Media + "credit")!.Value);
    }

    [Fact]
    public async Task A_guid_outlives_headline_address_and_section()
    {
        using var newsroom = Istanbul();
        var (world, economy) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1));
        var story = await newsroom.PublishAsync(Some.CopyFor(world), newsroom.Now.AddDays(-3));
        var before = (await newsroom.Reader().ChannelAsync("/rss.xml")).Element("item")!.Element("guid")!;

        await ReviseAsync(newsroom, story, Some.CopyFor(economy, "Another headline"));

        var item = (await newsroom.Reader().ChannelAsync("/economy/rss.xml")).Element("item")!;
        Assert.Contains("another-headline", item.Element("link")!.Value, StringComparison.Ordinal);
        Assert.Equal(before.Value, item.Element("guid")!.Value);
        Assert.Equal($"tag:news.example.org,2026-11-19:{story.Id}", before.Value);
        Assert.Equal("false", before.Attribute("isPermaLink")!.Value);
    }

    [Fact]
    public async Task The_newest_thirty_stand_in_a_feed_and_the_newest_first()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        for (var number = 0; number < 31; number++)
        {
            await newsroom.PublishAsync(Some.CopyFor(section, $"Story {number}"), newsroom.Now.AddMinutes(-number));
        }

        var titles = (await newsroom.Reader().ChannelAsync("/world/rss.xml")).Titles();
        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"Story {number}"), titles);
    }

    [Fact]
    public async Task Each_feed_holds_its_own_stories_only()
    {
        using var newsroom = new Newsroom();
        var (world, economy) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1));
        var (tag, author) = (await newsroom.TagAsync("Floods"), await newsroom.AuthorAsync("Ada Quill"));
        await newsroom.PublishAsync(Some.CopyFor(world, "Of the world"));
        await newsroom.PublishAsync(Some.CopyFor(economy, "Of floods") with { TagIds = [tag.Id] });
        await newsroom.PublishAsync(Some.CopyFor(economy, "By Ada") with { Bylines = [new BylineCopy(author.Id)] });
        await newsroom.PublishAsync(Some.CopyFor(world, "About us") with { SectionId = null }, kind: ArticleKind.Page);

        var reader = newsroom.Reader();
        Assert.Equal(["By Ada", "Of floods", "Of the world"], (await reader.ChannelAsync("/rss.xml")).Titles().Order(StringComparer.Ordinal));
        Assert.Equal(["Of the world"], (await reader.ChannelAsync("/world/rss.xml")).Titles());
        Assert.Equal(["Of floods"], (await reader.ChannelAsync("/tag/floods/rss.xml")).Titles());
        Assert.Equal(["By Ada"], (await reader.ChannelAsync("/author/ada-quill/rss.xml")).Titles());
    }

    [Theory]
    [InlineData("/nowhere/rss.xml")]
    [InlineData("/tag/nothing/rss.xml")]
    [InlineData("/author/nobody/rss.xml")]
    public async Task A_feed_of_nothing_known_is_not_found(string path)
    {
        using var newsroom = new Newsroom();
        var response = await newsroom.Reader().GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(TimeSpan.Zero, response.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task An_empty_section_has_a_feed_without_items()
    {
        using var newsroom = new Newsroom();
        await newsroom.SectionAsync();
        var feed = await newsroom.Reader().SyndicationAsync("/world/rss.xml");
        Assert.Empty(feed.Items);
        Assert.NotEmpty(feed.Title.Text);
    }

    [Fact]
    public async Task A_hostile_story_does_not_break_the_feed_for_others()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        const string Headline = "]]> <script>alert(1)</script> & \u0001\u000b\ud83d\ude00\ufffe";
        const string Standfirst = "a < b\u0008 <img src=x onerror=alert(1)>";
        await newsroom.PublishAsync(Some.CopyFor(section) with { Headline = Headline, Slug = "hostile", Standfirst = Standfirst });

        var feed = await newsroom.Reader().SyndicationAsync("/rss.xml");
        var item = (await newsroom.Reader().ChannelAsync("/rss.xml")).Element("item")!;

        Assert.Equal("]]> <script>alert(1)</script> & \ud83d\ude00", Assert.Single(feed.Items).Title.Text);
        Assert.Equal("a &lt; b &lt;img src=x onerror=alert(1)&gt;", item.Element("description")!.Value);
    }

    [Fact]
    public async Task A_withdrawn_story_is_gone_at_once_even_for_those_who_only_know_dates()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        await newsroom.PublishAsync(Some.CopyFor(section, "Stays"));
        var withdrawn = await newsroom.PublishAsync(Some.CopyFor(section, "Goes"));
        var reader = newsroom.Reader();
        var first = await reader.GetAsync("/rss.xml");

        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.ChangeAsync(withdrawn.Id, story => story.Withdraw(Some.Tester, "It was wrong.", newsroom.Now));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/rss.xml") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        var answer = await reader.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Goes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_whose_section_is_called_otherwise_is_sent_again()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync("World");
        await newsroom.PublishAsync(Some.CopyFor(section));
        var reader = newsroom.Reader();
        var first = await reader.GetAsync("/world/rss.xml");

        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Sections.SingleAsync()).Change(new("All the world", null, null, 0, CommentsMode.Inherit), Some.Ada, newsroom.Now);
            return await db.SaveChangesAsync();
        });

        using var again = new HttpRequestMessage(HttpMethod.Get, "/world/rss.xml") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        Assert.Contains("All the world", await (await reader.SendAsync(again)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        using var newsroom = new Newsroom();
        var (world, economy) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1));
        await newsroom.PublishAsync(Some.CopyFor(world));
        var reader = newsroom.Reader();
        var first = await reader.GetAsync("/world/rss.xml");
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(TimeSpan.Zero, first.Headers.CacheControl!.MaxAge);
        Assert.True(first.Headers.CacheControl.Public);

        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.PublishAsync(Some.CopyFor(economy));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/world/rss.xml")
        {
            Headers = { IfModifiedSince = first.Content.Headers.LastModified, IfNoneMatch = { first.Headers.ETag } },
        };
        var answer = await reader.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Since_a_date_after_the_last_change_nothing_is_sent()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var reader = newsroom.Reader();
        var first = await reader.GetAsync("/rss.xml");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/rss.xml") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        Assert.Equal(HttpStatusCode.NotModified, (await reader.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_story_that_changed_changes_the_tag()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(section));
        var reader = newsroom.Reader();
        var before = (await reader.GetAsync("/rss.xml")).Headers.ETag;

        await ReviseAsync(newsroom, story, Some.CopyFor(section, "A bridge closes"));

        Assert.NotEqual(before, (await reader.GetAsync("/rss.xml")).Headers.ETag);
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would_send()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var reader = newsroom.Reader();
        using var ask = new HttpRequestMessage(HttpMethod.Head, "/rss.xml");
        var head = await reader.SendAsync(ask);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((await reader.GetAsync("/rss.xml")).Headers.ETag, head.Headers.ETag);
        Assert.Equal("application/rss+xml", head.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private static Newsroom Istanbul() => new(
        ("Site:Name", "The Quay"), ("Site:Url", "https://news.example.org"), ("Site:TimeZone", "Europe/Istanbul"));

    private static Task<Photo> PhotoAsync(Newsroom newsroom) => newsroom.WithDbAsync(async db =>
    {
        var photo = new Photo { Name = "gate", Hash = new string('a', 64), Width = 3000, Height = 2000, Credit = "N. Light", AddedUtc = newsroom.Now };
        db.Add(photo);
        await db.SaveChangesAsync();
        return photo;
    });

    private static Task ReviseAsync(Newsroom newsroom, Article story, Copy copy) => newsroom.ChangeAsync(story.Id, article =>
    {
        article.Draft.Save(copy, Some.Body("Words"), Some.Tester, newsroom.Now);
        article.Publish(Some.Tester, newsroom.Now);
    });
}
