namespace NewsPortal.BrowserTests;

public sealed class WithoutScriptTests(PressRoom press)
{
    [Fact]
    public async Task A_reader_without_script_goes_from_the_front_to_a_story_its_comments_and_the_next_page_of_a_list()
    {
        await using var reader = await press.ReaderAsync(new() { JavaScriptEnabled = false });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync("front"));
        var headline = await page.Locator(".lead h2").InnerTextAsync();
        await page.Locator(".lead h2 a").ClickAsync();
        await Assertions.Expect(page.Locator("article.art .prose p").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(headline.Split(' ')[0]);
        await Assertions.Expect(page.Locator(".share button")).ToBeHiddenAsync();
        await page.Locator(".by a[href='#talk']").ClickAsync();
        await Assertions.Expect(page.Locator("#talk .said").First).ToBeInViewportAsync();

        await page.Locator("footer a[href='/archive']").ClickAsync();
        var first = await page.Locator("main .stack .story a").First.GetAttributeAsync("href");
        await page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Locator("main .stack .story a").First).Not.ToHaveAttributeAsync("href", first!);
        await page.Locator("a[rel=prev]").ClickAsync();
        await Assertions.Expect(page.Locator("main .stack .story a").First).ToHaveAttributeAsync("href", first!);
    }
}
