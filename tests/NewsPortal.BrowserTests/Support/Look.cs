using Deque.AxeCore.Commons;

namespace NewsPortal.BrowserTests.Support;

/// <summary>A template as seen in Chromium: loaded once, scrolled through, then measured at every width in both colour schemes.</summary>
public sealed class Look
{
    public static readonly int[] Widths = [320, 390, 768, 1280, 1600];

    /// <summary>The widths that the accessibility engine runs at; it is the slow one.</summary>
    public static readonly int[] InspectedWidths = [320, 768, 1280];

    // A picture without its size shifts the text; without alt it is a hole to who cannot see it.
    private const string FaultyPictures = """
        [...document.images]
          .filter((image) => !['width', 'height', 'alt'].every((name) => image.hasAttribute(name)) || image.naturalWidth === 0)
          .map((image) => image.outerHTML)
        """;

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

    private readonly Dictionary<int, int> overflow = [];
    private readonly Dictionary<int, string[]> violations = [];

    private Look(PageLog log, string address) => (Log, Origin) = (log, new Uri(address).GetLeftPart(UriPartial.Authority));

    public PageLog Log { get; }

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; }

    public int Status { get; private set; }

    /// <summary>Pictures that lack their size or their words, or never came.</summary>
    public IReadOnlyList<string> BadPictures { get; private set; } = [];

    /// <summary>Pixels that the page is too wide for a width.</summary>
    public IReadOnlyDictionary<int, int> Overflow => overflow;

    /// <summary>What the accessibility engine found at a width, in both colour schemes.</summary>
    public IReadOnlyDictionary<int, string[]> Violations => violations;

    public static async Task<Look> TakeAsync(PressRoom press, Template template)
    {
        await using var reader = await press.ReaderOfAsync(template, new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await reader.NewPageAsync();
        var address = await press.AddressAsync(template);
        var look = new Look(await PageLog.KeepAsync(page), address);
        look.Status = (await page.GotoAsync(address))!.Status;
        await page.ScrollThroughAsync();
        look.BadPictures = await page.EvaluateAsync<string[]>(FaultyPictures);
        foreach (var width in Widths)
        {
            await look.MeasureAsync(page, width);
        }

        return look;
    }

    /// <summary>What the accessibility engine has against the page as it stands: one line an element and rule.</summary>
    public static async Task<string[]> InspectAsync(IPage page, ColorScheme scheme)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Engine);
        }

        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return await page.EvaluateAsync<string[]>(Inspect, scheme.ToString());
    }

    private async Task MeasureAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        overflow[width] = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (InspectedWidths.Contains(width))
        {
            violations[width] = [.. await InspectAsync(page, ColorScheme.Light), .. await InspectAsync(page, ColorScheme.Dark)];
        }
    }
}
