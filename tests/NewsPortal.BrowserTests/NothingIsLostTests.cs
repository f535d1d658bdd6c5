using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;

namespace NewsPortal.BrowserTests;

/// <summary>What writers fear most: a colleague's save over theirs, a crash, a dead line, an ended session.</summary>
public sealed class NothingIsLostTests(PressRoom press)
{
    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.Turkish, 390)]
    public async Task Two_editors_of_two_paragraphs_are_put_together_without_a_question(Language language, int width)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.StoryAsync();
        var (ada, tomas) = (await OpenAsync(edition, story, Role.Editor, width), await OpenAsync(edition, story, Role.Administrator, width));
        await ada.FillAsync("#body", "One, by Ada.\n\nTwo.\n\nThree.");
        await ada.FillAsync("#std", "Her standfirst.");
        await ada.SavedAsync();
        await tomas.TypeAsync(" And more by Tomas.");
        await Assertions.Expect(tomas.Locator("#body")).ToHaveValueAsync("One, by Ada.\n\nTwo.\n\nThree. And more by Tomas.");
        await Assertions.Expect(tomas.Locator("#merged")).ToContainTextAsync(edition.Say("{0} changed: {1}. It is put together with your text.", "Editor", edition.Say("{0} and {1}", edition.Say("field.Standfirst"), edition.Say("field.Body"))).Split(':')[1]);
        await tomas.SavedAsync();
        await tomas.Keyboard.TypeAsync(" The cursor stayed.");
        await tomas.SavedAsync();
        var copy = await edition.CopyAsync(story);
        Assert.Equal(("Her standfirst.", "One, by Ada.\n\nTwo.\n\nThree. And more by Tomas. The cursor stayed."), (copy.Standfirst, copy.Body));
    }

    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.Turkish, 390)]
    public async Task Two_editors_of_one_sentence_choose_in_the_open_page_with_the_keyboard_alone(Language language, int width)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.StoryAsync();
        var (ada, tomas) = (await OpenAsync(edition, story, Role.Editor, width), await OpenAsync(edition, story, Role.Administrator, width));
        await ada.FillAsync("#body", "One.\n\nTwo, by Ada.\n\nThree.");
        await ada.FillAsync("#hed", "Her headline");
        await ada.SavedAsync();
        await tomas.FillAsync("#body", "One.\n\nTwo, by Tomas.\n\nThree.");
        await tomas.FillAsync("#hed", "His headline");
        await Assertions.Expect(tomas.Locator("#conflict")).ToBeVisibleAsync();
        Assert.Empty(await Look.InspectAsync(tomas, ColorScheme.Light));
        Assert.Empty(await Look.InspectAsync(tomas, ColorScheme.Dark));
        Assert.Equal("Two, by Ada.", (await edition.CopyAsync(story)).Body.Split("\n\n")[1]);

        // The focus stands on the headline's first choice: his own. The text is kept twice.
        await tomas.Keyboard.PressAsync("Space");
        await tomas.Locator("#conflict fieldset >> nth=1 >> input >> nth=0").FocusAsync();
        await tomas.Keyboard.PressAsync("ArrowDown");
        await tomas.Keyboard.PressAsync("ArrowDown");
        await tomas.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tomas.Locator("#conflict")).ToBeHiddenAsync();
        await tomas.SavedAsync();
        var copy = await edition.CopyAsync(story);
        Assert.Equal(("His headline", "One.\n\nTwo, by Ada.\n\nTwo, by Tomas.\n\nThree."), (copy.Headline, copy.Body));
        await Assertions.Expect(tomas.Locator("#body")).ToHaveValueAsync(copy.Body);
        await tomas.TypeAsync(" On.");
        await tomas.SavedAsync();
        Assert.EndsWith("Three. On.", (await edition.CopyAsync(story)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_of_one_person_do_not_fight()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.StoryAsync();
        var first = await OpenAsync(edition, story, Role.Editor);
        var second = await first.Context.NewPageAsync();
        await second.OpenEditorAsync(edition.Url, story);
        await first.FillAsync("#std", "In one tab.");
        await first.SavedAsync();
        await second.TypeAsync(" In the other.");
        await Assertions.Expect(second.Locator("#std")).ToHaveValueAsync("In one tab.");
        await second.SavedAsync();
        var copy = await edition.CopyAsync(story);
        Assert.Equal(("In one tab.", "One.\n\nTwo.\n\nThree. In the other."), (copy.Standfirst, copy.Body));
    }

    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.Turkish, 390)]
    public async Task A_browser_that_crashes_in_mid_sentence_on_a_dead_line_offers_the_text_back(Language language, int width)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.StoryAsync();
        var page = await OpenAsync(edition, story, Role.Editor, width);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.TypeAsync(" This sentence was being writ");
        await page.WaitForTimeoutAsync(1500);
        await CrashAsync(page);

        var again = await page.Context.NewPageAsync();
        await again.OpenEditorAsync(edition.Url, story);
        await Assertions.Expect(again.Locator("#body")).ToHaveValueAsync("One.\n\nTwo.\n\nThree.");
        await again.GetByRole(AriaRole.Button, new() { Name = edition.Say("Compare") }).ClickAsync();
        await Assertions.Expect(again.Locator(".kept")).ToContainTextAsync("was being writ");
        Assert.Empty(await Look.InspectAsync(again, ColorScheme.Light));
        await again.GetByRole(AriaRole.Button, new() { Name = edition.Say("Use it") }).ClickAsync();
        await again.SavedAsync();
        Assert.Equal("One.\n\nTwo.\n\nThree. This sentence was being writ", (await edition.CopyAsync(story)).Body);
    }

    [Fact]
    public async Task Text_from_a_crash_does_not_overwrite_what_others_wrote_meanwhile()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.StoryAsync();
        var page = await OpenAsync(edition, story, Role.Editor);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.TypeAsync(" Mine.");
        await page.WaitForTimeoutAsync(1500);
        await CrashAsync(page);
        var other = await OpenAsync(edition, story, Role.Administrator);
        await other.FillAsync("#body", "One, by another.\n\nTwo.\n\nThree.");
        await other.SavedAsync();

        var again = await page.Context.NewPageAsync();
        await again.OpenEditorAsync(edition.Url, story);
        await again.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
        await Assertions.Expect(again.Locator("#body")).ToHaveValueAsync("One, by another.\n\nTwo.\n\nThree. Mine.");
        await again.SavedAsync();
        Assert.Equal("One, by another.\n\nTwo.\n\nThree. Mine.", (await edition.CopyAsync(story)).Body);
    }

    [Fact]
    public async Task A_dead_line_is_said_and_the_save_goes_through_when_it_is_back()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.StoryAsync();
        var page = await OpenAsync(edition, story, Role.Editor);
        await page.Context.SetOfflineAsync(true);
        await page.TypeAsync(" In a tunnel.");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Offline: kept on this device only", new() { Timeout = 10_000 });
        await page.Context.SetOfflineAsync(false);
        await page.SavedAsync();
        Assert.EndsWith("In a tunnel.", (await edition.CopyAsync(story)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.Turkish, 390)]
    public async Task Whoever_is_signed_out_while_writing_signs_in_again_where_they_are(Language language, int width)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.StoryAsync();
        var email = await edition.HireAsync(Role.Editor, "Wanda Long");
        var browser = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await browser.NewPageAsync();
        await page.SignInAsync(edition.Url, email);
        await page.OpenEditorAsync(edition.Url, story);
        await edition.AskAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            await db.WriteAsync(() => db.StaffSessions.Where(s => s.Account.Email == email).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedUtc, now)));
            return true;
        });
        await page.TypeAsync(" Written after the end.");
        await Assertions.Expect(page.Locator("#door")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(edition.Say("Session ended: kept on this device only"));
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));
        await page.FillAsync("#door-mail", email);
        await page.FillAsync("#door-word", "not the password at all");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#door-fault")).ToBeVisibleAsync();
        await page.FillAsync("#door-word", Edition.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.SavedAsync();
        Assert.EndsWith("Written after the end.", (await edition.CopyAsync(story)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "Offline: kept on this device only", 1280)]
    [InlineData("tr-TR", "Bağlantı yok: yalnızca bu cihazda saklı", 390)]
    public async Task A_server_that_is_killed_in_mid_sentence_gets_the_sentence_when_it_is_back(string culture, string offline, int width)
    {
        await using var paper = await SeparatePaper.StartAsync($"--Site:Culture={culture}");
        await using var browser = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await browser.NewPageAsync();
        await page.SetUpAsync(paper.SetUpLink);
        await page.WriteAsync(paper.Url, "A bridge opens", "This is saved. ");
        await page.FocusAsync("#body");
        await page.Keyboard.PressAsync("Control+End");

        await page.Keyboard.TypeAsync("This is being wri");
        paper.Kill();
        await page.Keyboard.TypeAsync("tten on.");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(offline, new() { Timeout = 15_000 });
        await paper.StartAgainAsync();
        await page.SavedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync("This is saved. This is being written on.");
    }

    private async Task<IPage> OpenAsync(Edition edition, int story, Role role, int width = 1280)
    {
        var browser = await press.ColleagueAsync(edition, role, new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 844 } });
        var page = await browser.NewPageAsync();
        await page.OpenEditorAsync(edition.Url, story);
        return page;
    }

    // The renderer dies at once: no event of the page runs.
    private static async Task CrashAsync(IPage page)
    {
        var crashed = new TaskCompletionSource();
        page.Crash += (_, _) => crashed.TrySetResult();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        _ = devtools.SendAsync("Page.crash");
        await crashed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
