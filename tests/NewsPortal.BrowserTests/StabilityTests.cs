using System.Globalization;

namespace NewsPortal.BrowserTests;

/// <summary>Nothing that a reader looks at moves by itself, however late a typeface comes.</summary>
public sealed class StabilityTests(PressRoom press)
{
    private const string Watch = """
        const box = (rect) => `${Math.round(rect.x)},${Math.round(rect.y)} ${Math.round(rect.width)}x${Math.round(rect.height)}`;
        const describe = (moved) => `${moved.node?.outerHTML?.slice(0, 120)} ${box(moved.previousRect)} to ${box(moved.currentRect)}`;
        window.shifts = []; window.largestPaint = 0; window.slowestAnswer = 0;
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) {
            if (shift.hadRecentInput) continue;
            window.shifts.push(`${shift.value.toFixed(4)} at ${Math.round(shift.startTime)} ms: ${shift.sources.map(describe).join(' | ')}`);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver((list) => { window.largestPaint = list.getEntries().at(-1).startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => { window.slowestAnswer = Math.max(window.slowestAnswer, ...list.getEntries().map((entry) => entry.duration)); })
          .observe({ type: 'event', durationThreshold: 16, buffered: true });
        """;

    private static readonly TimeSpan LateTypeface = TimeSpan.FromSeconds(1);

    public enum Typefaces
    {
        InTime,
        Late,
        Never,
    }

    public static TheoryData<string, Typefaces, int> Cases
        => [.. from template in new[] { "front", "story, long", "section", "front, Turkish" }
               from typefaces in Enum.GetValues<Typefaces>()
               from width in new[] { 390, 1280 }
               select (template, typefaces, width)];

    [Theory, MemberData(nameof(Cases))]
    public async Task Nothing_shifts_while_a_page_loads_and_is_read(string template, Typefaces typefaces, int width)
    {
        await using var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await reader.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        await page.RouteAsync("**/fonts/*", route => DeliverAsync(route, typefaces));
        await page.GotoAsync(await press.AddressAsync(template));
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.ScrollThroughAsync();
        await page.Mouse.ClickAsync(1, 400);
        await page.EvaluateAsync("() => new Promise((done) => setTimeout(done, 100))");
        var (paint, answer) = (await page.EvaluateAsync<double>("largestPaint"), await page.EvaluateAsync<double>("slowestAnswer"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"LCP {paint:0} ms, INP {answer:0} ms: {template}, {typefaces}, {width}"));
        Assert.Empty(await page.EvaluateAsync<string[]>("shifts"));
    }

    private static async Task DeliverAsync(IRoute route, Typefaces typefaces)
    {
        if (typefaces == Typefaces.Never)
        {
            await route.AbortAsync();
            return;
        }

        if (typefaces == Typefaces.Late)
        {
            await Task.Delay(LateTypeface);
        }

        await route.ContinueAsync();
    }
}
