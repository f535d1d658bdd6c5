using System.Globalization;
using NewsPortal.Accounts;

namespace NewsPortal.BrowserTests;

/// <summary>A story written and published with the keyboard alone.</summary>
public sealed class KeyboardPublishingTests(PressRoom press)
{
    private const int MostStops = 150;

    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.Turkish, 390)]
    public async Task A_story_goes_from_the_desk_to_readers_without_a_pointer(Language language, int width)
    {
        var edition = await press.WritersEditionAsync(language);
        await using var browser = await press.ColleagueAsync(edition, Role.Editor, new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await browser.NewPageAsync();
        var headline = string.Create(CultureInfo.InvariantCulture, $"No pointer at {width} pixels");
        await page.GotoAsync(edition.Url + "/admin");

        await TabToAsync(page, "a.btn--main");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/articles/new");
        await TabToAsync(page, "#hed");
        await page.Keyboard.TypeAsync(headline);
        await TabToAsync(page, "#sec");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "main .btn--main");
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("html[data-editor=ready]").WaitForAsync();
        await TabToAsync(page, "#body");
        await page.Keyboard.TypeAsync("Every word of this came through the keys.");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/publication");
        await TabToAsync(page, "main .btn--main");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".note--good").WaitForAsync();

        await using var readers = await press.ReaderAsync();
        var reader = await readers.NewPageAsync();
        await reader.GotoAsync(edition.Url + "/search?q=pointer");
        Assert.Contains(headline, await reader.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key never came to {selector}.");
    }
}
