using System.Text.RegularExpressions;

namespace NewsPortal.BrowserTests;

/// <summary>Stories that come, change and go while a page that lists them stands open.</summary>
[Collection("Open pages")]
public sealed class StoriesOnOpenPageTests(PressRoom press)
{
    [Theory]
    [InlineData(Language.English, "/", "1 new story", "2 new stories")]
    [InlineData(Language.English, "/world", "1 new story", "2 new stories")]
    [InlineData(Language.Turkish, "/archive", "1 yeni haber", "2 yeni haber")]
    public async Task New_stories_are_counted_and_offered_and_nothing_moves(Language language, string path, string one, string two)
    {
        var edition = await press.WritersEditionAsync(language);
        await using var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await reader.NewPageAsync();
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url + path);
        await edition.PublishAsync("A bridge opens at last");
        await Assertions.Expect(page.Locator(".new")).ToHaveTextAsync(one);
        await edition.PublishAsync("A bridge opens twice");
        await Assertions.Expect(page.Locator(".new")).ToHaveTextAsync(two);
        await Assertions.Expect(page.Locator("[role=status].vh")).ToContainTextAsync(two);
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex(@"^\(2\) "));
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));

        await page.Locator(".new a").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "A bridge opens twice" }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".new")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_card_whose_story_changed_says_so_and_when_without_growing(int width)
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.PublishAsync("A bridge opens by the mill");
        await using var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await reader.NewPageAsync();
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url + "/world");
        await edition.RenameAsync(story, "A bridge opens by the old mill");
        var mark = page.Locator($"[data-story='{story}'] .mark");
        await Assertions.Expect(mark).ToHaveTextAsync(new Regex(@"^Updated \d\d:\d\d$"));
        await Assertions.Expect(mark).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[role=status].vh")).ToContainTextAsync("A bridge opens by the mill");
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));

        await edition.WithdrawAsync(story);
        await Assertions.Expect(mark).ToHaveTextAsync(new Regex(@"^Withdrawn \d\d:\d\d$"));
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));
    }

    [Fact]
    public async Task A_story_that_is_being_read_offers_its_newer_words()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.PublishAsync("A bridge opens for once");
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url + Newsdesk.AddressOf(story));
        await edition.RenameAsync(story, "A bridge opens for good");
        await Assertions.Expect(page.Locator(".new")).ToContainTextAsync("Updated");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A bridge opens for once");
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));
        await page.Locator(".new a").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A bridge opens for good");
    }
}
