using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;

namespace NewsPortal.BrowserTests;

/// <summary>Pages of the desk that only a form leads to, before the accessibility engine: narrow and wide, light and dark.</summary>
public sealed class AnsweredPagesTests(PressRoom press)
{
    private static readonly int[] Widths = [320, 1280];

    [Fact]
    public async Task A_link_to_hand_over()
    {
        var (page, edition) = await OpenAsync(Role.Administrator);
        await page.GotoAsync(edition.Url + "/admin/accounts");
        await page.FillAsync("#Name", "Newly Invited");
        await page.FillAsync("#Email", "newly@invited.example");
        await page.ClickAsync("main .btn--main");
        await page.Locator("#link").WaitForAsync();
        await InspectAsync(page);
    }

    [Fact]
    public async Task The_second_step_and_what_it_says_of_a_wrong_code()
    {
        var (_, edition) = await OpenAsync(Role.Editor);
        var email = await edition.HireAsync(Role.Editor, "Two Steps");
        await edition.WithServicesAsync(async services =>
        {
            var accounts = services.GetRequiredService<UserManager<Account>>();
            await accounts.SetTwoFactorEnabledAsync((await accounts.FindByEmailAsync(email))!, true);
        });
        await using var browser = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(edition.Url + "/account/sign-in");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", Edition.Password);
        await page.ClickAsync("form .btn--main");
        await page.FillAsync("#Code", "000000");
        await InspectAsync(page);
        await page.ClickAsync("form .btn--main");
        await page.Locator("#faults").WaitForAsync();
        await InspectAsync(page);
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("Section")]
    [InlineData("Withdraw")]
    public async Task A_selection_of_stories_before_it_is_moved(string move)
    {
        var (page, edition) = await OpenAsync(Role.Editor);
        await page.GotoAsync(edition.Url + "/admin/articles?tab=Published");
        await page.Locator("tbody input[type=checkbox]").Nth(0).CheckAsync();
        await page.Locator("tbody input[type=checkbox]").Nth(1).CheckAsync();
        await page.ClickAsync($".bulk button[value={move}]");
        await page.WaitForURLAsync("**/selection");
        await InspectAsync(page);
    }

    [Fact]
    public async Task A_selection_of_comments_before_it_is_decided()
    {
        var (_, _, page, _) = await press.OpenModerationAsync(Language.Turkish, 1280, comments: 2);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Locator(".bulk button").First.ClickAsync();
        await page.WaitForURLAsync("**/selection");
        await InspectAsync(page);
    }

    [Fact]
    public async Task A_letter_to_join_that_was_asked_for()
    {
        var edition = await press.EditionAsync(Language.Turkish);
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(edition.Url + "/account/join");
        await page.FillAsync("input[type=email]", "somebody@reader.example");
        await page.ClickAsync("main .btn--main");
        await page.GetByRole(AriaRole.Status).First.WaitForAsync();
        await InspectAsync(page);
    }

    [Fact]
    public async Task Letters_that_were_confirmed_and_ended_and_an_appeal_that_was_sent()
    {
        var edition = await press.WritersEditionAsync(Language.Turkish);
        await using var reader = await press.ReaderAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await reader.NewPageAsync();
        foreach (var template in new[] { "asking for letters, Turkish", "ending letters, Turkish", "appealing, Turkish" })
        {
            await page.GotoAsync(edition.Url + await edition.AskAsync(Template.Named(template).Address));
            if (await page.Locator("main textarea").CountAsync() > 0)
            {
                await page.FillAsync("main textarea", "Alıntıydı.");
            }

            await page.ClickAsync("main .btn--main");
            await Assertions.Expect(page.Locator("main .btn--main")).ToHaveCountAsync(0);
            await InspectAsync(page);
        }
    }

    [Fact]
    public async Task A_refused_save_without_scripts_shows_both_texts()
    {
        var (page, edition) = await OpenAsync(Role.Editor, scripts: false);
        var story = await edition.StoryAsync();
        var other = (await OpenAsync(Role.Administrator, scripts: false)).Page;
        await page.GotoAsync($"{edition.Url}/admin/articles/{story}");
        await other.GotoAsync($"{edition.Url}/admin/articles/{story}");
        await other.FillAsync("#hed", "Theirs");
        await other.ClickAsync("#save");
        await page.FillAsync("#hed", "Mine");
        await page.ClickAsync("#save");
        await page.Locator("form[data-merge]").WaitForAsync();
        // The engine is a script itself, so it looks at the same page in a browser that runs some.
        var inspected = (await OpenAsync(Role.Editor)).Page;
        await inspected.GotoAsync(edition.Url + await page.GetAttributeAsync("form[data-merge]", "action"));
        await InspectAsync(inspected);
        await page.Locator("form[data-merge] input[value=Mine]").First.CheckAsync();
        await page.ClickAsync("form[data-merge] .btn--main");
        await Assertions.Expect(page.Locator("#hed")).ToHaveValueAsync("Mine");
        Assert.Equal("Mine", (await edition.CopyAsync(story)).Headline);
    }

    private async Task<(IPage Page, Edition Edition)> OpenAsync(Role role, bool scripts = true)
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var browser = await press.ColleagueAsync(edition, role, new() { ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = scripts });
        return (await browser.NewPageAsync(), edition);
    }

    private static async Task InspectAsync(IPage page)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            string[] found = [.. await Look.InspectAsync(page, ColorScheme.Light), .. await Look.InspectAsync(page, ColorScheme.Dark)];
            Assert.True(found.Length == 0, string.Join('\n', found));
        }
    }
}
