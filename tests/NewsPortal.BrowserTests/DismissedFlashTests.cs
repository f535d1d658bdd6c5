namespace NewsPortal.BrowserTests;

/// <summary>A reader has seen enough of a flash.</summary>
[Collection("Open pages")]
public sealed class DismissedFlashTests(PressRoom press)
{
    [Theory]
    [InlineData(Language.English, "Dismiss: The bridge is shut")]
    [InlineData(Language.Turkish, "Kapat: The bridge is shut")]
    public async Task It_is_gone_from_every_later_page_before_anything_is_painted_until_its_words_are_corrected(Language language, string name)
    {
        var edition = await press.WritersEditionAsync(language);
        await edition.CalmAsync();
        var flash = await edition.RaiseAsync("The bridge is shut");
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.WatchShiftsAsync();
        await page.FollowAsync(edition.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(page.Line(flash)).ToBeHiddenAsync();

        await page.FollowAsync(edition.Url + "/archive");
        await Assertions.Expect(page.Line(flash)).ToBeHiddenAsync();
        Assert.Equal(0, await page.Bar().EvaluateAsync<int>("(bar) => bar.offsetHeight"));
        Assert.Empty(await page.ShiftsAsync());

        await edition.CorrectAsync(flash, "The bridge is open");
        await page.FollowAsync(edition.Url + "/world");
        await Assertions.Expect(page.Line(flash)).ToContainTextAsync("The bridge is open");
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task One_that_was_dismissed_at_the_edge_does_not_stand_in_the_bar_of_the_next_page()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        await edition.CalmAsync();
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        var flash = await edition.RaiseAsync("The bridge is shut");
        await page.Dock().GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Dock()).ToBeHiddenAsync();

        await page.FollowAsync(edition.Url + "/archive");
        await Assertions.Expect(page.Line(flash)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_there_is_no_button_that_would_do_nothing()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        await edition.CalmAsync();
        var flash = await edition.RaiseAsync("The bridge is shut");
        await using var reader = await press.ReaderAsync(new() { JavaScriptEnabled = false });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(edition.Url);
        await Assertions.Expect(page.Line(flash).Locator("a")).ToBeVisibleAsync();
        await Assertions.Expect(page.Line(flash).Locator("button")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-live]")).ToBeHiddenAsync();
    }
}
