using NewsPortal.Accounts;

namespace NewsPortal.BrowserTests;

/// <summary>Passkeys with Chromium's virtual authenticator (the WebAuthn domain of its DevTools protocol).</summary>
public sealed class PasskeyTests(PressRoom press)
{
    [Theory]
    [InlineData(Language.English, 1280)]
    [InlineData(Language.Turkish, 390)]
    public async Task A_passkey_is_added_and_then_opens_the_door_with_nothing_typed(Language language, int width)
    {
        var edition = await press.WritersEditionAsync(language);
        var email = await edition.HireAsync(Role.Editor, "Pinar Key");
        await using var browser = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await browser.NewPageAsync();
        await PlugInAsync(browser, page);
        await page.SignInAsync(edition.Url, email);

        await page.GotoAsync(edition.Url + "/admin/me");
        await page.FillAsync("#passkey-name", "The phone in my coat");
        await page.ClickAsync("#add-passkey button");
        await page.GetByText("The phone in my coat").WaitForAsync();

        await page.ClickAsync(".me button");
        await page.WaitForURLAsync("**/account/sign-in");
        await ExhaustPasswordTriesAsync(page, email);
        await page.ClickAsync("#passkey button");
        await page.WaitForURLAsync("**/admin");
        Assert.Contains("Pinar Key", await page.InnerTextAsync(".me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_adds_one_on_a_telephone_and_comes_back_with_nothing_typed()
    {
        var edition = await press.WritersEditionAsync(Language.Turkish);
        var email = await edition.HireAsync(Role.Reader, "Pinar Key");
        await using var browser = await press.ReaderAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await browser.NewPageAsync();
        await PlugInAsync(browser, page);
        await page.SignInAsync(edition.Url, email);
        await page.GotoAsync(edition.Url + "/account/me");
        await page.FillAsync("#passkey-name", "The phone in my coat");
        await page.ClickAsync("#add-passkey button");
        await page.GetByText("The phone in my coat").WaitForAsync();

        await page.ClickAsync("form[action='/account/sign-out'] button");
        await page.GotoAsync(edition.Url + "/account/sign-in");
        await page.ClickAsync("#passkey button");
        await page.WaitForURLAsync(address => !address.Contains("/account/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(edition.Url + "/account/me");
        Assert.Contains("Pinar Key", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_of_nobody_is_refused_in_words()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        await using var browser = await press.ReaderAsync();
        var page = await browser.NewPageAsync();
        await PlugInAsync(browser, page);
        await page.GotoAsync(edition.Url + "/account/sign-in");
        await page.ClickAsync("#passkey button");
        await page.Locator("#passkey [role=alert]").WaitForAsync();
        Assert.EndsWith("/account/sign-in", page.Url, StringComparison.Ordinal);
    }

    // A stranger who tries passwords must not be able to keep the owner of the passkey out.
    private static async Task ExhaustPasswordTriesAsync(IPage page, string email)
    {
        for (var guess = 0; guess <= SignInThrottle.TriesPerName; guess++)
        {
            await page.FillAsync("#Email", email);
            await page.FillAsync("#Password", $"guess number {guess}");
            await page.ClickAsync("form .btn--main");
            await page.Locator("#faults").WaitForAsync();
        }
    }

    private static async Task PlugInAsync(IBrowserContext browser, IPage page)
    {
        var devTools = await browser.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
