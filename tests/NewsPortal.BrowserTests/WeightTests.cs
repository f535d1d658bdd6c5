using System.Globalization;

namespace NewsPortal.BrowserTests;

/// <summary>Bytes as they cross the network to a first-time reader, compressed, without response headers.</summary>
public sealed class WeightTests(PressRoom press)
{
    private const int Kilobyte = 1024;

    [Theory]
    [InlineData("front")]
    [InlineData("front, Turkish")]
    public async Task A_front_page_is_light(string template)
    {
        var parts = await WeighAsync(template);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', parts));
        Assert.InRange(BytesOf(parts, "document", "css"), 1, 14 * Kilobyte);
        Assert.InRange(BytesOf(parts, "js"), 1, 8 * Kilobyte);
        Assert.InRange(BytesOf(parts, "woff2"), 1, 80 * Kilobyte);
        Assert.InRange(parts.Count(part => !part.Url.Contains("/media/", StringComparison.Ordinal)), 5, 12);
    }

    private static int BytesOf(IEnumerable<Part> parts, params string[] kinds) => parts.Where(part => kinds.Contains(part.Kind)).Sum(part => part.Bytes);

    private async Task<Part[]> WeighAsync(string template)
    {
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync(await press.AddressAsync(template));
        await page.ScrollThroughAsync();
        return await page.EvaluateAsync<Part[]>("""
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((part) => ({
              kind: part.entryType === 'navigation' ? 'document' : new URL(part.name).pathname.split('.').at(-1),
              url: part.name,
              bytes: part.encodedBodySize,
            }))
            """);
    }

    private sealed class Part
    {
        public string Kind { get; init; } = "";

        public string Url { get; init; } = "";

        public int Bytes { get; init; }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes,8} {Url}");
    }
}
