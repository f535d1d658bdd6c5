using Deque.AxeCore.Commons;

namespace NewsPortal.BrowserTests.Support;

/// <summary>A template as seen in Chromium: loaded once, scrolled through, then measured at every width in both colour schemes.</summary>
public sealed record Look(int Status, PageLog Log, string Origin, IReadOnlyDictionary<int, int> Overflow, IReadOnlyDictionary<int, IReadOnlyList<string>> Violations)
{
    public static readonly int[] Widths = [320, 390, 768, 1280, 1600];

    /// <summary>The widths that the accessibility engine runs at; it is the slow one.</summary>
    public static readonly int[] InspectedWidths = [320, 768, 1280];

    // The target-size rule is of WCAG 2.2 and off unless asked for.
    private const string Inspect = """
        async (scheme) => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: tags },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
          });
          return found.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${scheme}: ${rule.id}: ${node.failureSummary.replace(/\s+/g, ' ')}: ${node.html}`));
        }
        """;

    private static readonly string Engine = new BundledAxeScriptProvider().GetScript();

    public static async Task<Look> TakeAsync(PressRoom press, Template template)
    {
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await reader.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        var address = await press.AddressAsync(template);
        var response = await page.GotoAsync(address);
        await page.ScrollThroughAsync();
        await page.EvaluateAsync(Engine);
        var overflow = new Dictionary<int, int>();
        var violations = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            overflow[width] = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (InspectedWidths.Contains(width))
            {
                violations[width] = [.. await InspectAsync(page, ColorScheme.Light), .. await InspectAsync(page, ColorScheme.Dark)];
            }
        }

        return new Look(response!.Status, log, new Uri(address).GetLeftPart(UriPartial.Authority), overflow, violations);
    }

    private static async Task<string[]> InspectAsync(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return await page.EvaluateAsync<string[]>(Inspect, scheme.ToString());
    }
}
