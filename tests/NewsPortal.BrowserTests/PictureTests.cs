using System.Collections.Concurrent;

namespace NewsPortal.BrowserTests;

public sealed class PictureTests(PressRoom press)
{
    [Theory]
    [InlineData("front")]
    [InlineData("story with comments")]
    [InlineData("section")]
    public async Task The_picture_a_page_opens_with_is_hurried_and_the_others_wait(string template)
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template));
        var hurried = page.Locator("img[fetchpriority=high]");
        await Assertions.Expect(hurried).ToHaveCountAsync(1);
        await Assertions.Expect(hurried).Not.ToHaveAttributeAsync("loading", "lazy");
        await Assertions.Expect(hurried).ToBeInViewportAsync();
        Assert.Equal(await page.Locator("img").CountAsync() - 1, await page.Locator("img[loading=lazy]").CountAsync());
    }

    [Fact]
    public async Task Chromium_takes_every_picture_as_AVIF_and_keeps_it()
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        var pictures = new ConcurrentQueue<IResponse>();
        page.Response += (_, response) =>
        {
            if (response.Request.ResourceType == "image" && response.Url.Contains("/media/", StringComparison.Ordinal))
            {
                pictures.Enqueue(response);
            }
        };
        await page.GotoAsync(await press.AddressAsync("front"));
        await page.ScrollThroughAsync();
        Assert.True(pictures.Count > 5, $"only {pictures.Count} pictures came");
        Assert.All(pictures, picture =>
        {
            Assert.Equal("image/avif", picture.Headers["content-type"]);
            Assert.Contains("immutable", picture.Headers["cache-control"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_phone_is_not_sent_the_picture_of_a_wide_screen()
    {
        Assert.True(await LeadWidthAsync(390, 1) < await LeadWidthAsync(390, 3));
        Assert.InRange(await LeadWidthAsync(390, 1), 300, 480);
    }

    private async Task<int> LeadWidthAsync(int width, int density)
    {
        await using var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, DeviceScaleFactor = density });
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync("front"));
        return await page.Locator("img[fetchpriority=high]").EvaluateAsync<int>("(image) => Number(image.currentSrc.match(/-(\\d+)\\.\\w+$/)[1])");
    }
}
