using Microsoft.Playwright;

namespace NewsPortal.Bench.Streams;

/// <summary>An editor's window at the flash desk.</summary>
internal sealed class DeskWindow(IPage page)
{
    private const string Address = "/admin/breaking";
    private const string Publish = "#flash .btn--flash";

    public async Task OpenAsync(string email, string password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("form .btn--main");
        await page.WaitForURLAsync("**/admin**");
        await page.AddInitScriptAsync($$"""
            addEventListener('click', ({ target }) => { if (target.closest('{{Publish}}')) sessionStorage.setItem('clicked-at', Date.now()); }, true);
            """);
    }

    /// <summary>Writes the line and clicks; leaves when the desk says how soon readers had it.</summary>
    /// <returns>When it was clicked, in milliseconds of the machine's clock.</returns>
    public async Task<double> RaiseAsync(string line)
    {
        await page.GotoAsync(Address);
        await page.Locator("html[data-breaking=ready]").WaitForAsync();
        await page.FillAsync("#line", line);
        await page.ClickAsync(Publish);
        await page.WaitForURLAsync("**/*measured=*");
        return await page.EvaluateAsync<double>("Number(sessionStorage.getItem('clicked-at'))");
    }

    public async Task EndAsync(string line)
    {
        var run = page.Locator(".run", new() { HasText = line });
        await run.Locator(".btn--bad").ClickAsync();
        await run.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
