using System.Net;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What was published is what is served, however many read and however fast it changes.</summary>
public sealed class PublishedIsEverywhereTests : IAsyncLifetime
{
    private readonly Newsroom newsroom = new();
    private Section world = null!;
    private Section culture = null!;

    public async ValueTask InitializeAsync() => (world, culture) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Culture"));

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_after_a_change_sees_it_on_every_page_and_other_pages_stay_stored()
    {
        var reader = newsroom.Reader();
        var bridge = await newsroom.PublishAsync(Some.CopyFor(world, "A bridge opens"));
        var book = await newsroom.PublishAsync(Some.CopyFor(culture, "A book closes"));
        string[] touched = ["/", "/world", "/rss.xml", "/world/rss.xml", await UrlAsync(bridge)];
        string[] others = ["/culture", "/culture/rss.xml", await UrlAsync(book), "/offline"];
        foreach (var path in touched.Concat(others))
        {
            Assert.DoesNotContain("A bridge shuts", await reader.GetStringAsync(path), StringComparison.Ordinal);
        }

        await RenameAsync(bridge.Id, "A bridge shuts");
        using var counts = new PageCounts(newsroom);
        foreach (var path in touched)
        {
            Assert.Contains("A bridge shuts", await reader.GetStringAsync(path), StringComparison.Ordinal);
        }

        Assert.Equal((touched.Length, 0), (counts.Renders, counts.Hits));
        foreach (var path in others)
        {
            await reader.GetStringAsync(path);
        }

        Assert.Equal((touched.Length, others.Length), (counts.Renders, counts.Hits));
    }

    [Fact]
    public async Task An_address_where_nothing_was_leads_to_the_story_once_there_is_one()
    {
        var reader = newsroom.Reader();
        var story = await newsroom.PublishAsync(Some.CopyFor(world));
        var next = StoryAddress.Of("world", "a-bridge-opens", story.Id + 1);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(next)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(next)).StatusCode);
        Assert.Equal(story.Id + 1, (await newsroom.PublishAsync(Some.CopyFor(world))).Id);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(next)).StatusCode);
        await newsroom.ChangeAsync(story.Id + 1, article => article.Withdraw(Some.Tester, "It was not true.", newsroom.Now));
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(next)).StatusCode);
    }

    [Fact]
    public async Task Many_who_ask_for_a_page_at_once_have_it_made_once()
    {
        await newsroom.PublishAsync(Some.CopyFor(world));
        var reader = newsroom.Reader();
        await reader.GetAsync("/offline");
        using var counts = new PageCounts(newsroom);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => reader.GetAsync("/"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, counts.Renders);
    }

    [Fact]
    public async Task Under_load_each_change_is_rendered_once_and_nobody_sees_an_older_page_after_a_newer_one()
    {
        const int Changes = 50;
        var story = await newsroom.PublishAsync(Some.CopyFor(world, "Edition 0"));
        var url = await UrlAsync(story);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReadAsync(url, stop.Token))).ToList();
        await newsroom.Reader().GetStringAsync(url);
        await Task.Delay(500);
        using var counts = new PageCounts(newsroom);
        for (var edition = 1; edition <= Changes; edition++)
        {
            var before = counts.Renders;
            await RenameAsync(story.Id, $"Edition {edition}");
            await UntilAsync(() => counts.Renders > before);
        }

        await stop.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.Equal(Changes, counts.Renders);
        Assert.All(seen, editions => Assert.Equal(editions.Order(), editions));
        Assert.Contains(seen, editions => editions.Distinct().Count() > Changes / 2);
        Assert.Contains($"Edition {Changes}", await newsroom.Reader().GetStringAsync(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_something_else_when_its_time_has_come_though_nothing_changed()
    {
        var reader = newsroom.Reader();
        await newsroom.PublishAsync(Some.CopyFor(world));
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Flash.Raise(new FlashCopy(FlashLevel.LastMinute, "The bridge moves", newsroom.Now.AddMinutes(60)), Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("The bridge moves", await reader.GetStringAsync("/"), StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Contains("The bridge moves", await reader.GetStringAsync("/"), StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("The bridge moves", await reader.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var patience = 0; !isSo(); patience++)
        {
            Assert.True(patience < 1000, "It was not so within five seconds.");
            await Task.Delay(5);
        }
    }

    private async Task<List<int>> ReadAsync(string url, CancellationToken stop)
    {
        var (reader, editions) = (newsroom.Reader(), new List<int>());
        while (!stop.IsCancellationRequested)
        {
            var title = Html.Parse(await reader.GetStringAsync(url, CancellationToken.None)).QuerySelector("h1")!.TextContent;
            editions.Add(int.Parse(title.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        return editions;
    }

    private Task RenameAsync(int id, string headline) => newsroom.ChangeAsync(id, article =>
    {
        article.Draft.Save(article.Draft.Copy with { Headline = headline }, Some.Body("It is shut."), Some.Tester, newsroom.Now);
        article.Publish(Some.Tester, newsroom.Now);
    });

    private Task<string> UrlAsync(Article story) => newsroom.WithDbAsync(async db
        => StoryAddress.Of((await db.Sections.FindAsync(story.SectionId))!.Slug, story.Slug, story.Id));
}
