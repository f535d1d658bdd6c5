using Microsoft.Playwright;

namespace NewsPortal.Bench.Streams;

/// <summary>A reader's window with the front page open.</summary>
internal sealed class ReaderWindow(IPage page)
{
    public async Task OpenAsync(bool hasStream)
    {
        if (!hasStream)
        {
            await page.RouteAsync("**/changes*", route => route.Request.ResourceType == "eventsource" ? route.AbortAsync() : route.ContinueAsync());
        }

        await page.GotoAsync("/");
        await page.Locator("[data-live=on]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <returns>When the line had been painted, in milliseconds of the machine's clock.</returns>
    public Task<double> SeesAsync(string line) => page.EvaluateAsync<double>(
        """
        (line) => new Promise((seen) => {
          const isThere = () => [...document.querySelectorAll('.flash a')].some((link) => link.textContent === line && link.checkVisibility());
          const watch = new MutationObserver(() => {
            if (!isThere()) return;
            watch.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => seen(Date.now())));
          });
          watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        })
        """,
        line);
}
