namespace NewsPortal.BrowserTests;

/// <summary>A flash that is raised, corrected or ended while a page stands open.</summary>
[Collection("Open pages")]
public sealed class FlashOnOpenPageTests(PressRoom press)
{
    private const string Here = "document.activeElement.textContent + scrollY";
    private const string LongWords = "The bridge is shut to everything but ambulances, the mail and whoever lives between the two towers, "
        + "says the harbour office, which had said an hour ago that it would open before the evening tide and now names no hour at all";

    public static TheoryData<Language, string, int> Readers => new()
    {
        { Language.English, "Last minute: The bridge is shut", 1280 },
        { Language.English, "Last minute: The bridge is shut", 390 },
        { Language.Turkish, "Son dakika: The bridge is shut", 390 },
        { Language.Arabic, "Last minute: The bridge is shut", 390 },
    };

    [Theory, MemberData(nameof(Readers))]
    public async Task A_flash_that_comes_stands_at_the_edge_is_said_once_and_moves_nothing(Language language, string said, int width)
    {
        var edition = await QuietAsync(language);
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 844 } });
        var page = await reader.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url);
        await page.Locator(".stack a").First.FocusAsync();
        var before = await page.EvaluateAsync<string>(Here);

        var flash = await edition.RaiseAsync("The bridge is shut");
        await Assertions.Expect(page.Dock()).ToContainTextAsync("The bridge is shut");
        await Assertions.Expect(page.Locator("[role=status].vh")).ToContainTextAsync(said);
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d\) "));
        Assert.Equal(before, await page.EvaluateAsync<string>(Here));
        Assert.Empty(await page.ShiftsAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Dark));
        Assert.Empty(log.Errors);

        await edition.LiftAsync(flash);
        await Assertions.Expect(page.Dock()).ToBeHiddenAsync();
        Assert.Empty(await page.ShiftsAsync());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Corrected_words_take_the_place_of_the_old_ones_in_the_bar(int width)
    {
        var edition = await QuietAsync();
        var flash = await edition.RaiseAsync("The bridge is shut");
        var (page, reader) = await OpenAsync(edition, width);
        await using var _ = reader;

        await edition.CorrectAsync(flash, "The bridge is open");
        await Assertions.Expect(page.Bar().Locator("a")).ToHaveTextAsync("The bridge is open");
        await Assertions.Expect(page.Bar().Locator(".flash-note")).ToContainTextAsync("Corrected");
        await Assertions.Expect(page.Dock()).ToBeHiddenAsync();
        Assert.Empty(await page.ShiftsAsync());

        await edition.CorrectAsync(flash, LongWords);
        await Assertions.Expect(page.Dock().Locator("a")).ToHaveTextAsync(LongWords);
        await Assertions.Expect(page.Bar().Locator("a")).ToHaveTextAsync(LongWords);
        Assert.Empty(await page.ShiftsAsync());
    }

    [Fact]
    public async Task A_flash_that_ends_leaves_its_room_but_not_its_words()
    {
        var edition = await QuietAsync();
        var flash = await edition.RaiseAsync("The bridge is shut");
        var (page, reader) = await OpenAsync(edition, 390);
        await using var _ = reader;

        await edition.LiftAsync(flash);
        await Assertions.Expect(page.Bar()).ToContainTextAsync("Ended ");
        await Assertions.Expect(page.Bar().Locator("a")).ToBeHiddenAsync();
        Assert.Empty(await page.ShiftsAsync());
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Dark));
    }

    [Fact]
    public async Task At_its_end_a_flash_goes_by_itself_without_a_network_and_by_the_paper_s_clock()
    {
        var edition = await QuietAsync();
        var printed = await edition.RaiseAsync("The bridge is shut", TimeSpan.FromSeconds(8));
        await using var reader = await press.ReaderAsync();
        // The device is an hour behind.
        await reader.AddInitScriptAsync("const real = Date.now; Date.now = () => real() - 3_600_000;");
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        await edition.RaiseAsync("The ferry sails", TimeSpan.FromSeconds(6));
        await Assertions.Expect(page.Dock()).ToContainTextAsync("The ferry sails");
        await reader.SetOfflineAsync(true);

        await Assertions.Expect(page.Dock()).ToBeHiddenAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(page.Line(printed).Locator("a")).ToBeHiddenAsync(new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task The_keyboard_reaches_the_edge_leaves_nothing_under_it_and_comes_back_from_it()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 390, Height = 600 } });
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        await edition.RaiseAsync("The bridge is shut");
        await page.Dock().WaitForAsync();

        await page.Locator("#main").FocusAsync();
        for (var stop = 0; stop < 25; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(
                "document.activeElement.getBoundingClientRect().top < document.querySelector('.flash--dock').getBoundingClientRect().top"));
        }

        await page.Locator("#main").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Dock().Locator("button")).ToBeFocusedAsync();
        await Assertions.Expect(page.Dock().GetByRole(AriaRole.Button, new() { Name = "Dismiss: The bridge is shut" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Dock()).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_has_the_focus_at_the_lower_edge_is_not_covered()
    {
        var edition = await QuietAsync();
        var (page, reader) = await OpenAsync(edition, 1280);
        await using var _ = reader;
        var link = page.Locator(".stack a").First;
        await link.EvaluateAsync("(link) => { link.focus(); scrollTo({ top: scrollY + link.getBoundingClientRect().bottom - innerHeight + 8, behavior: 'instant' }); }");
        await edition.RaiseAsync("The bridge is shut");
        await page.Dock().WaitForAsync();
        Assert.True(await link.EvaluateAsync<bool>(
            "(link) => { const box = link.getBoundingClientRect(); return link.contains(document.elementFromPoint(box.x + 5, box.y + 5)); }"));
        Assert.Empty(await page.ShiftsAsync());
    }

    private async Task<Edition> QuietAsync(Language language = Language.English)
    {
        var edition = await press.WritersEditionAsync(language);
        await edition.CalmAsync();
        return edition;
    }

    private async Task<(IPage Page, IBrowserContext Reader)> OpenAsync(Edition edition, int width)
    {
        var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await reader.NewPageAsync();
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url);
        return (page, reader);
    }
}
