using System.Globalization;

namespace NewsPortal.BrowserTests;

/// <summary>Nothing that a reader looks at moves by itself, however late a typeface comes.</summary>
public sealed class StabilityTests(PressRoom press)
{
    private const string WatchPace = """
        window.largestPaint = 0; window.slowestAnswer = 0;
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
        await page.WatchShiftsAsync();
        await page.AddInitScriptAsync(WatchPace);
        await page.RouteAsync("**/fonts/*", route => DeliverAsync(route, typefaces));
        await page.GotoAsync(await press.AddressAsync(template));
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.ScrollThroughAsync();
        await page.Mouse.ClickAsync(1, 400);
        var shifts = await page.ShiftsAsync();
        var (paint, answer) = (await page.EvaluateAsync<double>("largestPaint"), await page.EvaluateAsync<double>("slowestAnswer"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"LCP {paint:0} ms, INP {answer:0} ms: {template}, {typefaces}, {width}"));
        Assert.Empty(shifts);
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
