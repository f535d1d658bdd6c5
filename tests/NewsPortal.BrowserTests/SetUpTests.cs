namespace NewsPortal.BrowserTests;

/// <summary>From an empty folder to the first administrator at the desk, and the first story before readers.</summary>
public sealed class SetUpTests(PressRoom press)
{
    [Theory]
    [InlineData("en-GB", "Today", 1280)]
    [InlineData("tr-TR", "Bugün", 390)]
    public async Task The_printed_link_makes_the_first_administrator(string culture, string today, int width)
    {
        await using var paper = await SeparatePaper.StartAsync($"--Site:Culture={culture}");
        await using var browser = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(paper.SetUpLink);
        await page.FillAsync("#Name", "Dilara Aksoy");
        await page.FillAsync("#Email", "dilara@paper.example");
        await page.FillAsync("#Password", "short");
        await page.EvaluateAsync("document.querySelector('#Password').minLength = 0");
        await page.ClickAsync(".btn--main");
        Assert.Equal("Dilara Aksoy", await page.InputValueAsync("#Name"));

        await page.FillAsync("#Password", Edition.Password);
        await page.ClickAsync(".btn--main");
        await page.WaitForURLAsync("**/admin", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Equal(today, await page.InnerTextAsync("h1"));
        await page.GotoAsync(paper.SetUpLink);
        Assert.Equal(0, await page.Locator("#Password").CountAsync());

        await PublishFirstStoryAsync(page, paper.Url);
        var reader = await (await press.ReaderAsync()).NewPageAsync();
        await reader.GotoAsync(paper.Url);
        await reader.ClickAsync("text=The quay lamp is lit");
        Assert.Contains("Nobody had seen it burn.", await reader.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task PublishFirstStoryAsync(IPage page, string url)
    {
        await page.WriteAsync(url, "The quay lamp is lit", "Nobody had seen it burn.");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/publication");
        await page.ClickAsync("main .btn--main");
        await page.Locator(".note--good").WaitForAsync();
    }
}
