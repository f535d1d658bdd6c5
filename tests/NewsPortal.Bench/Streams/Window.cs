using Microsoft.Playwright;

namespace NewsPortal.Bench.Streams;

/// <summary>A window of Chromium in a browser of its own.</summary>
internal sealed class Window : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IBrowser browser;

    private Window(IBrowser browser, IPage page) => (this.browser, Page) = (browser, page);

    public IPage Page { get; }

    public static async Task<Window> OpenAsync(IPlaywright playwright, Uri paper)
    {
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = Switches,
        });
        var context = await browser.NewContextAsync(new() { BaseURL = paper.ToString(), ServiceWorkers = ServiceWorkerPolicy.Block });
        return new Window(browser, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync() => await browser.CloseAsync();
}
