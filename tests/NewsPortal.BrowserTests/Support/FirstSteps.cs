namespace NewsPortal.BrowserTests.Support;

/// <summary>What the first person of a new paper does: set it up, add a section, write.</summary>
public static class FirstSteps
{
    public static async Task SetUpAsync(this IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.FillAsync("#Name", "Dilara Aksoy");
        await page.FillAsync("#Email", "dilara@paper.example");
        await page.FillAsync("#Password", Edition.Password);
        await page.ClickAsync(".btn--main");
        await page.WaitForURLAsync("**/admin");
    }

    /// <summary>Starts a story in a section of its own; returns the editor's address.</summary>
    public static async Task<string> WriteAsync(this IPage page, string url, string headline, string body)
    {
        await page.GotoAsync(url + "/admin/sections");
        await page.FillAsync("#new-name", "Harbour");
        await page.ClickAsync("[action='/admin/sections'] .btn--main");
        await page.Locator(".note--good").WaitForAsync();
        await page.GotoAsync(url + "/admin/articles/new");
        await page.FillAsync("#hed", headline);
        await page.ClickAsync("main .btn--main");
        await page.Locator("html[data-editor=ready]").WaitForAsync();
        await page.FillAsync("#body", body);
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Control+s"), answer => answer.Url.EndsWith("/draft", StringComparison.Ordinal) && answer.Ok);
        return page.Url;
    }
}
