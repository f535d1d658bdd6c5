using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NewsPortal.Articles;
using NewsPortal.Feeds;
using NewsPortal.Hosting;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Feeds;

public sealed class WebSubTests : IAsyncLifetime
{
    private readonly HubServer hub = new();
    private readonly TestDatabase database = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task A_feed_names_the_hub_and_itself()
    {
        using var newsroom = Paper(("Site:Url", "https://haber.örnek.example"));
        await newsroom.SectionAsync("Dünya");

        var answer = await newsroom.Reader().GetAsync("/dunya/rss.xml");

        Assert.Equal($"<{hub.Address}>; rel=\"hub\", <https://haber.xn--rnek-4qa.example/dunya/rss.xml>; rel=\"self\"", string.Join(", ", answer.Headers.GetValues("Link")));
        var links = (await newsroom.Reader().ChannelAsync("/dunya/rss.xml")).Elements(FeedReading.Atom + "link");
        Assert.Equal(
            [("self", "https://haber.örnek.example/dunya/rss.xml"), ("hub", hub.Address)],
            links.Select(link => (link.Attribute("rel")!.Value, link.Attribute("href")!.Value)));
    }

    [Fact]
    public async Task The_hub_is_told_of_exactly_the_feeds_that_changed()
    {
        await hub.StartAsync();
        using var newsroom = Paper();
        var (world, economy) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1));
        var (floods, author) = (await newsroom.TagAsync("Floods"), await newsroom.AuthorAsync("Ada Quill"));
        await newsroom.TagAsync("Drought");
        var copy = Some.CopyFor(world) with { TagIds = [floods.Id], Bylines = [new BylineCopy(author.Id)] };

        var story = await newsroom.PublishAsync(copy);
        await hub.ToldAsync(1);
        await ReviseAsync(newsroom, story.Id, copy with { SectionId = economy.Id, TagIds = [] });
        await hub.ToldAsync(2);
        await newsroom.ChangeAsync(story.Id, article => article.Withdraw(Some.Tester, "It was wrong.", newsroom.Now));
        await newsroom.PublishAsync(Some.CopyFor(world, "About us") with { SectionId = null }, kind: ArticleKind.Page);

        Assert.Equal(
            [
                ["/author/ada-quill/rss.xml", "/rss.xml", "/tag/floods/rss.xml", "/world/rss.xml"],
                ["/author/ada-quill/rss.xml", "/economy/rss.xml", "/rss.xml", "/tag/floods/rss.xml", "/world/rss.xml"],
                ["/author/ada-quill/rss.xml", "/economy/rss.xml", "/rss.xml"],
            ],
            await hub.ToldAsync(3));
    }

    [Fact]
    public async Task What_is_too_old_for_a_feed_does_not_change_it()
    {
        await hub.StartAsync();
        var (old, world, culture) = await ThirtyNewerAsync();
        using var newsroom = Paper();

        await ReviseAsync(newsroom, old, Some.CopyFor(world, "Once more"));
        await ReviseAsync(newsroom, old, Some.CopyFor(culture, "And again"));

        Assert.Equal(["/culture/rss.xml"], (await hub.ToldAsync(1))[0]);
    }

    [Fact]
    public async Task A_hub_that_was_away_is_told_all_that_it_missed_at_once()
    {
        using var newsroom = Paper();
        var (world, economy) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1));
        await newsroom.PublishAsync(Some.CopyFor(world, "One"));
        await FailuresAsync(1);
        await newsroom.PublishAsync(Some.CopyFor(world, "Two"));
        await newsroom.PublishAsync(Some.CopyFor(economy, "Three"));

        await hub.StartAsync();

        Assert.Equal([["/economy/rss.xml", "/rss.xml", "/world/rss.xml"]], await hub.ToldAsync(1, () => newsroom.Clock.Advance(TimeSpan.FromSeconds(1))));
        await using var db = database.Open();
        var cursor = await db.ChangeCursors.SingleAsync();
        Assert.Equal((await db.Changes.MaxAsync(c => c.Seq), 0, null), (cursor.Seq, cursor.Failures, cursor.Claim));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task A_hub_that_does_not_accept_is_told_again(int answer)
    {
        hub.Answer = answer;
        await hub.StartAsync();
        using var newsroom = Paper();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await hub.RefusesAsync();
        await FailuresAsync(1);

        hub.Answer = 204;

        Assert.Equal([["/rss.xml", "/world/rss.xml"]], await hub.ToldAsync(1, () => newsroom.Clock.Advance(TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public async Task The_next_process_goes_on_where_the_last_one_ended()
    {
        using (var first = Paper())
        {
            await first.PublishAsync(Some.CopyFor(await first.SectionAsync()));
            await FailuresAsync(1);
        }

        await hub.StartAsync();
        using var second = Paper();
        _ = second.Services;
        Assert.Equal([["/rss.xml", "/world/rss.xml"]], await hub.ToldAsync(1, () => second.Clock.Advance(TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public async Task Two_instances_tell_it_once()
    {
        await hub.StartAsync();
        using var newsroom = Paper();
        using var other = Paper();
        _ = other.Services;
        var section = await newsroom.SectionAsync();
        for (var count = 1; count <= 3; count++)
        {
            await (count % 2 == 0 ? newsroom : other).PublishAsync(Some.CopyFor(section, $"Story {count}"));
            await hub.ToldAsync(count);
        }
    }

    [Fact]
    public async Task Without_a_hub_nothing_is_sent_or_kept()
    {
        using var newsroom = new Newsroom(("ConnectionStrings:News", database.ConnectionString));
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var answer = await newsroom.Reader().GetAsync("/rss.xml");
        Assert.False(answer.Headers.Contains("Link"));
        Assert.DoesNotContain("hub", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Empty(await db.ChangeCursors.ToListAsync());
    }

    [Theory]
    [InlineData("hub.example.org")]
    [InlineData("/hub")]
    [InlineData("ftp://hub.example.org/")]
    [InlineData("https://me:secret@hub.example.org/")]
    [InlineData("https://hub.example.org/#top")]
    [InlineData("https://")]
    public void An_address_that_is_no_hubs_is_refused(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Feeds:WebSubHub", address)]).Build();
        var message = Assert.Throws<StartUpException>(() => FeedSettings.Read(configuration)).Message;
        Assert.Contains("Feeds:WebSubHub", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    private static Task ReviseAsync(Newsroom newsroom, int story, Copy copy) => newsroom.ChangeAsync(story, article =>
    {
        article.Draft.Save(copy, Some.Body("Other words."), Some.Tester, newsroom.Now);
        article.Publish(Some.Tester, newsroom.Now);
    });

    private Newsroom Paper(params (string, string)[] more)
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Several instances, each with a database of its own beside, are SQLite files.");
        return new([("ConnectionStrings:News", database.ConnectionString), ("Feeds:WebSubHub", hub.Address), .. more]);
    }

    /// <summary>A story of World that thirty others of World are newer than; Culture has none.</summary>
    private async Task<(int Old, NewsPortal.Sections.Section World, NewsPortal.Sections.Section Culture)> ThirtyNewerAsync()
    {
        using var newsroom = new Newsroom(("ConnectionStrings:News", database.ConnectionString));
        var (world, culture) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Culture", position: 1));
        var old = await newsroom.PublishAsync(Some.CopyFor(world, "Long ago"), newsroom.Now.AddDays(-1));
        for (var number = 0; number < 30; number++)
        {
            await newsroom.PublishAsync(Some.CopyFor(world, $"Story {number}"), newsroom.Now.AddMinutes(-number));
        }

        return (old.Id, world, culture);
    }

    private async Task FailuresAsync(int least)
    {
        await using var db = database.Open();
        for (var since = Environment.TickCount64; Environment.TickCount64 - since < 20_000; await Task.Delay(50))
        {
            if (await db.ChangeCursors.AnyAsync(c => c.Failures >= least))
            {
                return;
            }
        }

        Assert.Fail("Nothing failed.");
    }
}
