using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;

namespace NewsPortal.BrowserTests;

/// <summary>From one line at the desk to the bar on readers' pages: with a thumb, with the keys, and without scripts.</summary>
public sealed partial class FlashDeskTests(PressRoom press, FlashEditions editions) : IClassFixture<FlashEditions>
{
    private const int Thumb = 44;

    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.English, 390)]
    [InlineData(Language.Turkish, 390)]
    public async Task A_line_goes_out_is_corrected_prolonged_followed_up_and_ended(Language language, int width)
    {
        var (edition, page, log) = await OpenAsync(language, width);
        await page.FillAsync("#line", "The gate at Port Averne is open");
        await Assertions.Expect(page.Locator("#line-h")).ToHaveTextAsync(edition.Say("{0} of {1} characters", 31, 110));
        await Assertions.Expect(page.Locator("#preview a").First).ToHaveTextAsync("The gate at Port Averne is open");
        await page.SelectOptionAsync("#level", "Urgent");
        await Assertions.Expect(page.Locator("#preview b").Last).ToHaveTextAsync(edition.Say("flash.Urgent"));
        await PressAsync(page, "#flash .btn--flash");
        await page.WaitForURLAsync(Measured());
        await Assertions.Expect(page.Locator(".run h3").First).ToHaveTextAsync("The gate at Port Averne is open");
        await Assertions.Expect(page.Locator("#freshness [data-path]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#freshness [data-path='/']")).ToHaveTextAsync(Seconds());
        await Assertions.Expect(page.Locator("#freshness [data-browsers]")).ToHaveTextAsync(Seconds());
        Assert.Contains("The gate at Port Averne is open", await BarAsync(edition));

        await OpenFormAsync(page, edition.Say("Edit"));
        await page.FillAsync("#line", "The gate at Port Averne is half open");
        await page.Locator("#line").PressAsync("Control+Enter");
        await page.WaitForURLAsync(Measured());
        Assert.Contains("The gate at Port Averne is half open", await BarAsync(edition));

        await PressAsync(page, ".run [action$=extension] button");
        await Assertions.Expect(page.Locator(".run [data-left]").First).ToHaveTextAsync(edition.Say("left.many", 90));
        await OpenFormAsync(page, edition.Say("Follow up"));
        await page.FillAsync("#line", "The gate at Port Averne is shut");
        await PressAsync(page, "#flash .btn--flash");
        await page.WaitForURLAsync(Measured());
        Assert.DoesNotContain("The gate at Port Averne is half open", await BarAsync(edition));
        await PressAsync(page, ".run .btn--bad");
        await Assertions.Expect(page.Locator(".run h3", new() { HasText = "The gate at Port Averne is shut" })).ToHaveCountAsync(0);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Ctrl_and_Enter_publish_once_and_it_can_be_taken_back()
    {
        var (edition, page, log) = await OpenAsync(Language.English, 1280);
        await page.FocusAsync("#line");
        await page.Keyboard.TypeAsync("A crane has fallen into the harbour");
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.UpAsync("Control");
        await page.WaitForURLAsync(Measured());
        Assert.Single(await BarAsync(edition), line => line == "A crane has fallen into the harbour");
        await PressAsync(page, "form[action$=taking-back] button");
        await page.Locator(".note--good[role=status]").WaitForAsync();
        Assert.DoesNotContain("A crane has fallen into the harbour", await BarAsync(edition));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Without_script_a_story_is_found_a_place_is_made_and_the_order_is_changed()
    {
        var (edition, page, _) = await OpenAsync(Language.English, 390, script: false);
        for (var number = 0; number < 2; number++)
        {
            await page.FillAsync("#line", string.Create(CultureInfo.InvariantCulture, $"Line {number} without a script"));
            await page.ClickAsync("#flash .btn--flash");
        }

        await page.FillAsync("#line", "Leads somewhere without a script");
        await page.FillAsync("#words", "storm gate");
        await page.PressAsync("#words", "Enter");
        await Assertions.Expect(page.Locator("#line")).ToHaveValueAsync("Leads somewhere without a script");
        await page.SelectOptionAsync("#to", new SelectOptionValue { Index = 2 });
        if (await page.Locator("#full input").CountAsync() > 0)
        {
            await page.Locator("#full input").First.CheckAsync();
        }

        await page.ClickAsync("#flash .btn--flash");
        var before = await BarAsync(edition);
        Assert.Equal("Leads somewhere without a script", before[0]);
        await page.Locator(".run").First.Locator("[name=up][value=false]").ClickAsync();
        var after = await BarAsync(edition);
        Assert.Equal((before[0], before[1]), (after[1], after[0]));
    }

    [Fact]
    public async Task Everything_is_large_enough_for_a_thumb()
    {
        var (_, page, _) = await OpenAsync(Language.English, 390);
        var small = await page.EvaluateAsync<string[]>("""
            (thumb) => [...document.querySelectorAll('main :is(button, .btn, select, textarea, input:not([type=hidden], [type=radio]))')]
              .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < thumb).map((part) => part.outerHTML)
            """, Thumb);
        Assert.Empty(small);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("time")]
    public async Task The_preview_looks_as_the_bar_does(string part)
    {
        var (edition, page, _) = await OpenAsync(Language.English, 1280);
        await page.FillAsync("#line", "A line that readers see");
        await page.ClickAsync("#flash .btn--flash");
        await page.WaitForURLAsync(Measured());
        await using var readers = await press.ReaderAsync();
        var reader = await readers.NewPageAsync();
        await reader.GotoAsync(edition.Url + "/archive");
        Assert.Equal(await LookAsync(reader, $".flash {part}"), await LookAsync(page, $"#preview .flash {part}"));
    }

    private static Task<string> LookAsync(IPage page, string part) => page.Locator(part).First.EvaluateAsync<string>("""
        (part) => ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'padding', 'textDecorationLine'].map((name) => getComputedStyle(part)[name]).join('; ')
        """);

    private async Task<(Edition Edition, IPage Page, PageLog Log)> OpenAsync(Language language, int width, bool script = true)
    {
        var edition = await editions.EditionAsync(language);
        await edition.AskAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            (await db.Flashes.Where(f => f.EndsUtc > now && f.RaisedById != null).ToListAsync()).ForEach(flash => flash.Lift(Signature.OfProcess("Test"), now));
            return await db.SaveChangesAsync();
        });
        var browser = await press.ColleagueAsync(edition, Role.Editor, new()
        {
            ViewportSize = new() { Width = width, Height = 844 },
            HasTouch = width < 500,
            IsMobile = width < 500,
            JavaScriptEnabled = script,
        });
        var page = await browser.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.GotoAsync(edition.Url + "/admin/breaking");
        if (script)
        {
            await ReadyAsync(page);
        }

        return (edition, page, log);
    }

    // What is typed before the next page is there would go into the form of the last one.
    private static async Task OpenFormAsync(IPage page, string label)
    {
        var link = page.Locator(".run a.btn", new() { HasText = label }).First;
        var address = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        await page.WaitForURLAsync("**" + address);
        await ReadyAsync(page);
    }

    private static Task ReadyAsync(IPage page) => page.Locator("html[data-breaking=ready]").WaitForAsync();

    // A tap where there is touch, as a thumb would.
    private static async Task PressAsync(IPage page, string selector)
    {
        var button = page.Locator(selector).First;
        if (await page.EvaluateAsync<bool>("matchMedia('(pointer: coarse)').matches"))
        {
            await button.TapAsync();
        }
        else
        {
            await button.ClickAsync();
        }
    }

    private async Task<IReadOnlyList<string>> BarAsync(Edition edition)
    {
        await using var readers = await press.ReaderAsync();
        var page = await readers.NewPageAsync();
        await page.GotoAsync(edition.Url + "/");
        return await page.Locator(".flash a").AllInnerTextsAsync();
    }

    [GeneratedRegex(@"measured=[\w-]+$")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\d[.,]\d\d")]
    private static partial Regex Seconds();
}
