using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>Another cache, which knows only the standard, stands before the paper.</summary>
[Trait("Category", "Slow")]
public sealed class BehindNginxTests
{
    private static readonly TimeSpan SharedAge = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task It_keeps_each_encoding_for_seconds_asks_whether_it_changed_and_outlives_an_outage()
    {
        Assert.SkipUnless(Nginx.IsInstalled, "nginx is not installed.");
        await using var newsroom = new Newsroom();
        newsroom.UseKestrel(0);
        newsroom.StartServer();
        var world = await newsroom.SectionAsync("World");
        await newsroom.PublishAsync(Some.CopyFor(world));
        await using var nginx = await Nginx.BeforeAsync(newsroom.ClientOptions.BaseAddress);

        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            Assert.Equal("MISS", (await AskAsync(nginx, encoding)).Header("X-Kept"));
            var kept = await AskAsync(nginx, encoding);
            var ours = await AskAsync(newsroom.ClientOptions.BaseAddress, encoding);
            Assert.Equal("HIT", kept.Header("X-Kept"));
            Assert.Equal(ours.Body, kept.Body);
            Assert.Equal((ours.Header("ETag"), ours.Header("Content-Encoding"), ours.Header("Surrogate-Key")), (kept.Header("ETag"), kept.Header("Content-Encoding"), kept.Header("Surrogate-Key")));
        }

        await Task.Delay(SharedAge + TimeSpan.FromSeconds(1));
        Assert.Equal("STALE", (await AskAsync(nginx, "br")).Header("X-Kept"));
        await UntilAsync(async () => (await AskAsync(nginx, "br")).Header("X-Kept") == "HIT");

        await newsroom.PublishAsync(Some.CopyFor(world, "A second bridge opens"));
        await Task.Delay(SharedAge + TimeSpan.FromSeconds(1));
        await UntilAsync(async () => (await AskAsync(nginx, "identity")).Text.Contains("A second bridge opens", StringComparison.Ordinal));

        await newsroom.DisposeAsync();
        await Task.Delay(SharedAge + TimeSpan.FromSeconds(11));
        var outlived = await AskAsync(nginx, "identity");
        Assert.Equal((200, "STALE"), (outlived.Status, outlived.Header("X-Kept")));
        Assert.Contains("A second bridge opens", outlived.Text, StringComparison.Ordinal);
    }

    private static Task<WireAnswer> AskAsync(Nginx nginx, string encoding) => AskAsync(nginx.Address, encoding);

    private static Task<WireAnswer> AskAsync(Uri server, string encoding)
        => Wire.AskAsync(server, "GET /world HTTP/1.1", "Host: localhost", "Connection: close", $"Accept-Encoding: {encoding}");

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var patience = 0; !await isSo(); patience++)
        {
            Assert.True(patience < 100, "It was not so within ten seconds.");
            await Task.Delay(100);
        }
    }
}
