namespace NewsPortal.BrowserTests;

public sealed class StoryTests(PressRoom press)
{
    [Theory]
    [InlineData("story with comments", "Link copied")]
    [InlineData("story, Turkish", "Bağlantı kopyalandı")]
    public async Task Copy_link_puts_the_story_s_address_on_the_clipboard_and_says_so(string template, string said)
    {
        await using var reader = await press.ReaderAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template) + "#talk");
        await page.Locator("[data-copy]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-copy] [role=status]")).ToHaveTextAsync(said);
        Assert.Equal(await press.AddressAsync(template), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Right_to_left_the_columns_are_mirrored_and_a_left_to_right_text_is_not()
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync("story, right to left"));
        var byline = await page.Locator(".by").BoundingBoxAsync();
        var prose = await page.Locator(".prose").BoundingBoxAsync();
        Assert.True(byline!.X > prose!.X, "the by-line stands before the text, so on its right");
    }
}
