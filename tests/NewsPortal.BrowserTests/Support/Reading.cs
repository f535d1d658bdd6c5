namespace NewsPortal.BrowserTests.Support;

/// <summary>What readers do on a page.</summary>
public static class Reading
{
    /// <summary>To the end, a screen at a time, until every picture on the way has come.</summary>
    public static async Task ScrollThroughAsync(this IPage page)
    {
        await page.EvaluateAsync("""
            async () => {
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
                scrollTo({ top: at, behavior: 'instant' });
                await frame();
              }
              await frame();
              const waiting = [...document.images].filter((image) => !image.complete);
              await Promise.all(waiting.map((image) => new Promise((done) => { image.onload = image.onerror = done; })));
              scrollTo({ top: 0, behavior: 'instant' });
            }
            """);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
