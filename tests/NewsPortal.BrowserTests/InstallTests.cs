using System.Buffers.Binary;
using System.Text.Json;

namespace NewsPortal.BrowserTests;

/// <summary>The paper on a reader's home screen, and the moment without a network.</summary>
public sealed class InstallTests(PressRoom press)
{
    [Fact]
    public async Task Without_a_network_a_reader_gets_the_paper_s_own_page()
    {
        await using var reader = await press.ReaderAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Allow });
        var page = await reader.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.GotoAsync(await press.AddressAsync("front"));
        // A condition that is asked again and again would need eval, which the policy refuses.
        await page.EvaluateAsync("navigator.serviceWorker.controller ?? new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))");
        Assert.Empty(log.Errors);

        await reader.SetOfflineAsync(true);
        await page.GotoAsync(await press.AddressAsync("section"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are offline");
        Assert.Equal("none", await page.Locator(".btn--main").EvaluateAsync<string>("(button) => getComputedStyle(button).textDecorationLine"));
        await Assertions.Expect(page.Locator(".skip")).Not.ToBeInViewportAsync();

        await reader.SetOfflineAsync(false);
        await page.Locator(".btn--main").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("World");
    }

    [Theory]
    [InlineData("front", "The Meridian", "en", "ltr")]
    [InlineData("front, Turkish", "The Meridian", "tr", "ltr")]
    [InlineData("front, right to left", "The Meridian", "ar", "rtl")]
    public async Task The_manifest_names_the_paper_and_icons_that_exist(string template, string name, string language, string direction)
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template));
        var browser = await reader.NewCDPSessionAsync(page);
        var read = (await browser.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Equal(0, read.GetProperty("errors").GetArrayLength());
        var manifest = JsonDocument.Parse(read.GetProperty("data").GetString()!).RootElement;
        Assert.Equal(name, manifest.GetProperty("name").GetString());
        Assert.Equal((language, direction), (manifest.GetProperty("lang").GetString(), manifest.GetProperty("dir").GetString()));
        Assert.NotEmpty(manifest.GetProperty("icons").EnumerateArray());
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            var file = await reader.APIRequest.GetAsync(new Uri(new Uri(page.Url), icon.GetProperty("src").GetString()).AbsoluteUri);
            Assert.Equal(icon.GetProperty("type").GetString(), file.Headers["content-type"]);
            Assert.Equal(icon.GetProperty("sizes").GetString(), SizeOfPng(await file.BodyAsync()));
        }
    }

    // The header chunk follows the eight bytes of the signature: length, "IHDR", width, height.
    private static string SizeOfPng(byte[] png)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        return $"{BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))}";
    }
}
