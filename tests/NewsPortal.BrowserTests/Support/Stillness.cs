namespace NewsPortal.BrowserTests.Support;

/// <summary>What moved on a page although its reader did nothing.</summary>
public static class Stillness
{
    private const string Watch = """
        const box = (rect) => `${Math.round(rect.x)},${Math.round(rect.y)} ${Math.round(rect.width)}x${Math.round(rect.height)}`;
        const describe = (moved) => `${(moved.node?.outerHTML ?? moved.node?.nodeValue)?.slice(0, 120)} ${box(moved.previousRect)} to ${box(moved.currentRect)}`;
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) {
            if (shift.hadRecentInput) continue;
            window.shifts.push(`${shift.value.toFixed(4)} at ${Math.round(shift.startTime)} ms: ${shift.sources.map(describe).join(' | ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Before the first address is opened.</summary>
    public static Task WatchShiftsAsync(this IPage page) => page.AddInitScriptAsync(Watch);

    /// <summary>Those of the page as it is open now, a moment from now.</summary>
    public static async Task<string[]> ShiftsAsync(this IPage page)
    {
        await page.EvaluateAsync("() => new Promise((done) => setTimeout(done, 150))");
        return await page.EvaluateAsync<string[]>("shifts");
    }
}
