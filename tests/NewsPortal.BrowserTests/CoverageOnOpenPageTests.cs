using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.BrowserTests;

/// <summary>A story that is covered live, while a reader has it open.</summary>
[Collection("Open pages")]
public sealed class CoverageOnOpenPageTests(PressRoom press)
{
    [Theory]
    [InlineData(Language.English, 1280, "Show 1 new update", "Show 2 new updates")]
    [InlineData(Language.Turkish, 390, "1 yeni güncellemeyi göster", "2 yeni güncellemeyi göster")]
    public async Task New_updates_are_held_until_they_are_asked_for_and_nothing_moves(Language language, int width, string one, string two)
    {
        var (edition, story, page) = await OpenAsync(language, width, "The first.");
        await page.Locator(".updates .when a").FocusAsync();
        await edition.SendAsync(story, "The second.");
        await Assertions.Expect(page.Locator(".new a")).ToHaveTextAsync(one);
        await edition.SendAsync(story, "The **third**.");
        await Assertions.Expect(page.Locator(".new a")).ToHaveTextAsync(two);
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex(@"^\(2\) "));
        await Assertions.Expect(page.Locator(".upd")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[role=status].vh")).ToContainTextAsync(one);
        await Assertions.Expect(page.Locator(".updates .when a")).ToBeFocusedAsync();
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));

        await page.Locator(".new a").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".upd .prose")).ToHaveTextAsync(["The third.", "The second.", "The first."]);
        await Assertions.Expect(page.Locator(".upd").First).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex(@"^[^(]"));
        Assert.Equal("third", await page.Locator(".upd strong").TextContentAsync());
    }

    [Fact]
    public async Task The_first_update_takes_the_place_of_the_word_that_there_are_none()
    {
        var (edition, story, page) = await OpenAsync(Language.English, 1280);
        await Assertions.Expect(page.GetByText("There are no updates yet.")).ToBeVisibleAsync();
        await edition.SendAsync(story, "The first.");
        await page.Locator(".new--has a").ClickAsync();
        await Assertions.Expect(page.Locator(".upd .prose")).ToHaveTextAsync(["The first."]);
        await Assertions.Expect(page.GetByText("There are no updates yet.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_edited_says_so_where_it_stands_and_changes_when_its_reader_agrees()
    {
        var (edition, story, page) = await OpenAsync(Language.English, 390);
        var entry = await edition.SendAsync(story, "An anchor chain.");
        await page.FollowAsync(edition.Url + Newsdesk.AddressOf(story));
        await edition.EditAsync(entry, "A dredging chain, as the harbour master says, who had walked down to look for herself.");
        var mark = page.Locator($"#entry-{entry} .mark");
        await Assertions.Expect(mark).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"#entry-{entry} .prose")).ToHaveTextAsync("An anchor chain.");
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));
        await mark.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#entry-{entry} .prose")).ToContainTextAsync("A dredging chain");
        await Assertions.Expect(page.Locator($"#entry-{entry}")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_edited_below_the_screen_or_not_shown_yet_is_new_at_once()
    {
        var (edition, story, page) = await OpenAsync(Language.English, 390, "A stone.");
        var below = await page.Locator(".upd").GetAttributeAsync("id");
        var held = await edition.SendAsync(story, "Held words.");
        await Assertions.Expect(page.Locator(".new--has")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('.updates').style.marginTop = '3000px'; scrollTo(0, 0)");
        await edition.EditAsync(held, "Better words.");
        await edition.EditAsync(int.Parse(below!["entry-".Length..], CultureInfo.InvariantCulture), "A rock.");
        await Assertions.Expect(page.Locator($"#{below} .prose")).ToHaveTextAsync("A rock.");
        await page.Locator(".new--has a").ClickAsync();
        await Assertions.Expect(page.Locator($"#entry-{held} .prose")).ToHaveTextAsync("Better words.");
    }

    [Fact]
    public async Task What_is_removed_loses_its_words_and_keeps_its_room()
    {
        var (edition, story, page) = await OpenAsync(Language.English, 1280, "A stone.");
        var entry = await edition.SendAsync(story, "Wrong.\n\nAltogether wrong.");
        var held = await OpenAgainAsync(edition, story, page);
        await edition.RemoveAsync(entry);
        await Assertions.Expect(page.Locator($"#entry-{entry}")).ToHaveTextAsync("This update was removed.");
        Assert.Equal("", string.Join("|", await page.ShiftsAsync()));
        await edition.RemoveAsync(held);
        await Assertions.Expect(page.Locator(".new a")).ToHaveTextAsync("Check for updates");
    }

    [Fact]
    public async Task When_the_coverage_ends_open_pages_offer_what_it_leaves()
    {
        var (edition, story, page) = await OpenAsync(Language.English, 1280, "A stone.");
        await edition.CloseAsync(story, "The gate is shut.");
        await page.Locator(".new--page a").ClickAsync();
        await Assertions.Expect(page.Locator("#key")).ToHaveTextAsync("What happened");
        await Assertions.Expect(page.Locator("section.note")).ToContainTextAsync("The gate is shut.");
    }

    [Fact]
    public async Task Without_script_the_page_is_whole_and_asks_for_itself()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.GoLiveAsync("A bridge opens by itself");
        await edition.SendAsync(story, "A turn.", isKey: true);
        await edition.SendAsync(story, "A stone.");
        await using var reader = await press.ReaderAsync(new() { JavaScriptEnabled = false });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(edition.Url + Newsdesk.AddressOf(story));
        await edition.SendAsync(story, "Another.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Check for updates" }).ClickAsync();
        await Assertions.Expect(page.Locator(".upd .prose")).ToHaveTextAsync(["Another.", "A stone.", "A turn."]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Key events only" }).ClickAsync();
        await Assertions.Expect(page.Locator(".upd .prose")).ToHaveTextAsync(["A turn."]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Newest first" }).ClickAsync();
        await Assertions.Expect(page.Locator(".upd")).ToHaveCountAsync(3);
        await page.Locator(".upd .when a").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".upd .prose")).ToHaveTextAsync(["A turn."]);
    }

    /// <summary>The page once more, with one update held: its number.</summary>
    private static async Task<int> OpenAgainAsync(Edition edition, int story, IPage page)
    {
        await page.FollowAsync(edition.Url + Newsdesk.AddressOf(story));
        var held = await edition.SendAsync(story, "Held words.");
        await Assertions.Expect(page.Locator(".new--has")).ToBeVisibleAsync();
        return held;
    }

    private async Task<(Edition Edition, int Story, IPage Page)> OpenAsync(Language language, int width, params string[] updates)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.GoLiveAsync("A bridge opens while we watch");
        foreach (var words in updates)
        {
            await edition.SendAsync(story, words);
        }

        var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await reader.NewPageAsync();
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url + Newsdesk.AddressOf(story));
        return (edition, story, page);
    }
}
