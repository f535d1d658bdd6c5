namespace NewsPortal.BrowserTests;

/// <summary>What the reader's own wishes do to a page: dark, still, on paper.</summary>
public sealed class AppearanceTests(PressRoom press)
{
    private const string Black = "rgb(0, 0, 0)";
    private const string White = "rgb(255, 255, 255)";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_printed_story_is_black_on_white_and_leaves_out_what_paper_cannot_do(ColorScheme scheme)
    {
        await using var reader = await press.ReaderAsync(new() { ColorScheme = scheme });
        var page = await OpenAsync(reader, "story with comments");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print, ColorScheme = scheme });
        Assert.Equal((Black, White), await ColoursAsync(page, ".prose"));
        foreach (var part in new[] { ".nav", ".flash", ".share", ".talk", ".art > aside", ".foot", ".mast-top" })
        {
            await Assertions.Expect(page.Locator(part).First).ToBeHiddenAsync();
        }

        await Assertions.Expect(page.Locator(".logo").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".hero img")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_paper_is_dark_where_the_reader_s_system_is()
    {
        await using var reader = await press.ReaderAsync(new() { ColorScheme = ColorScheme.Dark });
        var page = await OpenAsync(reader, "front");
        Assert.Equal(("rgb(236, 235, 230)", "rgb(17, 22, 23)"), await ColoursAsync(page, "body"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var (_, paper) = await ColoursAsync(page, "body");
        Assert.Equal(White, paper);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, "auto", false)]
    [InlineData(ReducedMotion.NoPreference, "smooth", true)]
    public async Task Nothing_moves_for_readers_who_want_stillness(ReducedMotion motion, string scrolling, bool changesColourSlowly)
    {
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = motion });
        var page = await OpenAsync(reader, "not found");
        Assert.Equal(scrolling, await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        var slow = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('*')].filter((part) => {
              const style = getComputedStyle(part);
              return [style.transitionDuration, style.animationDuration].some((times) => times.split(', ').some((time) => parseFloat(time) > 0));
            }).map((part) => part.outerHTML.slice(0, 100))
            """);
        Assert.Equal(changesColourSlowly, slow.Length > 0);
    }

    private async Task<IPage> OpenAsync(IBrowserContext reader, string template)
    {
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template));
        return page;
    }

    /// <summary>Of the text, and of what is behind it.</summary>
    private static async Task<(string Ink, string Paper)> ColoursAsync(IPage page, string selector)
    {
        var colours = await page.Locator(selector).First.EvaluateAsync<string[]>("""
            (part) => {
              let behind = part;
              while (behind.parentElement && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
              return [getComputedStyle(part).color, getComputedStyle(behind).backgroundColor];
            }
            """);
        return (colours[0], colours[1]);
    }
}
