using NewsPortal.Breaking;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Breaking;

public sealed class LastMinuteTests
{
    [Fact]
    public async Task A_flash_is_on_every_page_until_its_end()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await RaiseAsync(newsroom, "The bridge is shut", story.Id);
        var reader = newsroom.Reader();

        foreach (var path in new[] { "/", "/world", "/last-minute", $"/world/a-bridge-opens-{story.Id}", "/archive" })
        {
            var bar = (await reader.PageAsync(path)).QuerySelector(".flash a")!;
            Assert.Equal("The bridge is shut", bar.TextContent);
            Assert.Equal($"/world/a-bridge-opens-{story.Id}", bar.GetAttribute("href"));
        }

        newsroom.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty((await reader.PageAsync("/")).Texts(".flash"));
        Assert.Contains("The bridge is shut", (await reader.PageAsync("/last-minute")).Texts(".log a"));
    }

    [Fact]
    public async Task A_flash_without_a_story_to_open_leads_to_the_list()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await RaiseAsync(newsroom, "The bridge is shut", story.Id);
        await newsroom.ChangeAsync(story.Id, article => article.Withdraw(Some.Tester, "It was not true.", newsroom.Now));

        Assert.Equal("/last-minute", (await newsroom.Reader().PageAsync("/")).QuerySelector(".flash a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_list_has_the_stories_that_were_last_minute()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        await newsroom.PublishAsync(Some.CopyFor(section, "A quiet day"));
        await newsroom.PublishAsync(Some.CopyFor(section, "A loud minute") with { LastMinute = true });

        Assert.Equal(["A loud minute"], (await newsroom.Reader().PageAsync("/last-minute")).Texts("main .story h3"));
    }

    [Theory]
    [InlineData("", 60)]
    [InlineData("  ", 60)]
    [InlineData("The bridge is shut", 0)]
    [InlineData("The bridge is shut", -5)]
    public void A_flash_that_says_nothing_or_ends_before_it_begins_is_refused(string text, int minutes)
    {
        var now = Some.Noon;
        Assert.Throws<RefusedException>(() => Flash.Raise(new FlashCopy(FlashLevel.LastMinute, text, now.AddMinutes(minutes)), Some.Ada, now));
    }

    private static Task<int> RaiseAsync(Newsroom newsroom, string text, int story) => newsroom.WithDbAsync(async db =>
    {
        db.Add(Flash.Raise(new FlashCopy(FlashLevel.LastMinute, text, newsroom.Now.AddHours(1)) { ArticleId = story }, Some.Ada, newsroom.Now));
        return await db.SaveChangesAsync();
    });
}
