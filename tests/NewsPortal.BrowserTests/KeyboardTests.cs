namespace NewsPortal.BrowserTests;

/// <summary>The paper read with the Tab key alone.</summary>
public sealed class KeyboardTests(PressRoom press)
{
    private const int MostStops = 400;

    // The place of the focus, and what is wrong with it; null when the focus has left the page.
    private const string Stop = """
        async () => {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const stop = document.activeElement;
          if (!stop || stop === document.body || stop === document.documentElement) return null;
          const faults = [];
          const style = getComputedStyle(stop);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline');
          const box = [...stop.getClientRects()].find((part) => part.width >= 1 && part.height >= 1);
          if (!box) faults.push('no size');
          else {
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            if (x < 0 || x >= document.documentElement.clientWidth || y < 0 || y >= innerHeight) faults.push('out of sight');
            else {
              const top = document.elementFromPoint(x, y);
              if (!top || !(stop.contains(top) || top.contains(stop))) faults.push(`covered by ${top?.outerHTML.slice(0, 80)}`);
            }
          }
          return `${faults.join(', ')}|${stop.outerHTML.slice(0, 160)}`;
        }
        """;

    [Theory]
    [InlineData("front")]
    [InlineData("story with comments")]
    [InlineData("front, right to left")]
    public async Task The_first_stop_leads_past_the_sections_to_the_news(string template)
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template));
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("front", 1280)]
    [InlineData("front", 390)]
    [InlineData("story with comments", 1280)]
    [InlineData("story with comments", 390)]
    [InlineData("front, right to left", 1280)]
    public async Task Every_stop_is_seen(string template, int width)
    {
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 844 } });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template));
        await page.ScrollThroughAsync();
        var stops = new List<string>();
        while (stops.Count < MostStops)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Stop) is not { } stop)
            {
                break;
            }

            stops.Add(stop);
        }

        // Fewer stops than links would mean that the walk ended early.
        Assert.InRange(stops.Count, await page.Locator("a[href]:visible").CountAsync(), MostStops - 1);
        Assert.All(stops, stop => Assert.StartsWith("|", stop, StringComparison.Ordinal));
    }
}
