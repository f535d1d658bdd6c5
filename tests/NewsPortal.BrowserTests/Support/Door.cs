namespace NewsPortal.BrowserTests.Support;

/// <summary>Going through the door as a person would.</summary>
public static class Door
{
    public static async Task SignInAsync(this IPage page, string url, string email, string password = Edition.Password)
    {
        await page.GotoAsync(url + "/account/sign-in");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("form .btn--main");
        // The cookie is there with the answer; some pages behind the door go on loading.
        await page.WaitForURLAsync(address => !address.Contains("/account/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }
}
