using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.PageCache;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>Bytes that no browser sends, over a real connection: the right answer, nothing foreign stored, never a 500.</summary>
public sealed class HostileRequestsTests(HostileRequestsTests.SmallStore small) : IClassFixture<HostileRequestsTests.SmallStore>
{
    private readonly Newsroom newsroom = small.Newsroom;
    private readonly Uri server = small.Newsroom.ClientOptions.BaseAddress;

    public static TheoryData<int, string> RequestLines => new()
    {
        { 200, "GET / HTTP/1.1" },
        { 200, "GET http://localhost/ HTTP/1.1" },
        { 400, "GET http://evil.example/ HTTP/1.1" },
        { 200, "GET /?x=%00 HTTP/1.1" },
        { 200, "GET /?q=%zz&before=%ff HTTP/1.1" },
        { 200, "GET //../ HTTP/1.1" },
        { 200, "GET /world/../world HTTP/1.1" },
        { 200, "GET /w%6Frld HTTP/1.1" },
        { 404, "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1" },
        { 404, "GET /world%2f HTTP/1.1" },
        { 404, "GET /world%3fbefore=1 HTTP/1.1" },
        { 404, "GET /%F0%9F%98%80 HTTP/1.1" },
        { 404, "GET /%EF%BF%BE HTTP/1.1" },
        { 404, "GET /world;jsessionid=1/x.css HTTP/1.1" },
        { 404, "GET /world?before=x HTTP/1.1" },
        { 400, "GET /%00 HTTP/1.1" },
        { 405, "GET world HTTP/1.1" },
        { 400, "GET  / HTTP/1.1" },
        { 400, "GET / HTTP/9.9" },
        { 405, "POST / HTTP/1.1" },
        { 405, "DELETE /world/x HTTP/1.1" },
    };

    [Theory, MemberData(nameof(RequestLines))]
    public async Task A_strange_request_line_gets_a_plain_answer_twice_over(int status, string line)
    {
        // The second is answered from the store where the first was stored.
        for (var time = 0; time < 2; time++)
        {
            var answer = await Wire.AskAsync(server, line, "Host: localhost", "Connection: close", "Content-Length: 0", "Sec-Fetch-Site: none");
            Assert.Equal(HardlyEver(status), HardlyEver(answer.Status));
            Assert.DoesNotContain("evil", answer.Text, StringComparison.Ordinal);
        }

        await AssertUnharmedAsync();
    }

    [Theory]
    [InlineData("Accept-Encoding: br;q=0", "Accept-Encoding: gzip")]
    [InlineData("Accept-Encoding: gzip;q=0, br;q=0, identity;q=0, *;q=0")]
    [InlineData("Accept-Encoding: gzip;q=1.5, ,,;;, br;q=\"1\"")]
    [InlineData("If-None-Match: *", "If-None-Match: \"x\"")]
    [InlineData("If-Modified-Since: nonsense", "If-Unmodified-Since: nonsense", "If-Range: nonsense", "Range: bytes=9-1")]
    [InlineData("If-Match: \"no such\"", "If-None-Match: *")]
    [InlineData("Range: bytes=0-0", "Range: bytes=1-1")]
    [InlineData("X-Forwarded-For: 1.2.3.4", "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example")]
    [InlineData("Cookie: a=b", "Cookie: a=c", "Authorization: evil")]
    [InlineData("Upgrade: websocket", "Connection: upgrade")]
    public async Task Strange_and_repeated_headers_are_answered_and_change_nothing_for_the_next_reader(params string[] headers)
    {
        var answer = await Wire.AskAsync(server, ["GET /world HTTP/1.1", "Host: localhost", "Connection: close", .. headers]);
        Assert.Contains(answer.Status, new[] { 200, 304, 412 });
        await AssertUnharmedAsync();
    }

    [Theory]
    [InlineData("Host: evil.example")]
    [InlineData("Host: localhost:99999")]
    [InlineData("Host: localhost", "Host: evil.example")]
    [InlineData("Host:")]
    [InlineData("X-No-Host: at-all")]
    public async Task A_false_host_gets_no_page_of_its_own(params string[] hosts)
    {
        var answer = await Wire.AskAsync(server, ["GET / HTTP/1.1", "Connection: close", .. hosts]);
        Assert.Contains(answer.Status, new[] { 200, 400 });
        Assert.DoesNotContain("evil", answer.Text, StringComparison.Ordinal);
        await AssertUnharmedAsync();
    }

    [Fact]
    public async Task A_path_of_eight_thousand_letters_is_refused_or_not_found_and_not_stored()
    {
        var before = Store.Count;
        foreach (var length in new[] { 600, 4000, 8000, 9000 })
        {
            var answer = await Wire.AskAsync(server, $"GET /{new string('a', length)} HTTP/1.1", "Host: localhost", "Connection: close");
            Assert.Equal(length > 8100 ? 414 : 404, answer.Status);
        }

        Assert.Equal(before, Store.Count);
    }

    [Fact]
    public async Task A_flood_of_addresses_stays_within_the_bound_and_leaves_the_front_page_stored()
    {
        var reader = newsroom.CreateClient();
        await reader.GetAsync("/");
        await reader.GetAsync("/");
        await reader.GetAsync("/");
        for (var i = 0; i < 600; i++)
        {
            await reader.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/no-such-{i}"));
            await reader.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/search?q=flood{i}"));
            await reader.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/?flood={i}"));
            Assert.True(Store.Bytes <= 1024 * 1024);
        }

        using var counts = new PageCounts(newsroom);
        await reader.GetAsync("/");
        Assert.Equal((1, 0), (counts.Hits, counts.Renders));
    }

    private PageStore Store => newsroom.Services.GetRequiredService<PageStore>();

    // A server may hang up on garbage without a word, or say what is wrong with it.
    private static int HardlyEver(int status) => status is 0 or 400 or 505 ? 400 : status;

    private async Task AssertUnharmedAsync()
    {
        var page = await Wire.AskAsync(server, "GET /world HTTP/1.1", "Host: localhost", "Connection: close");
        Assert.Equal((200, "text/html; charset=utf-8"), (page.Status, page.Header("Content-Type")));
        Assert.Null(page.Header("Set-Cookie"));
        Assert.DoesNotContain("evil", string.Join('\n', page.Headers) + page.Text, StringComparison.Ordinal);
        Assert.Contains("A bridge opens", page.Text, StringComparison.Ordinal);
    }

    public sealed class SmallStore : IAsyncLifetime
    {
        public Newsroom Newsroom { get; } = new(("PageCache:MegaBytes", "1"));

        public async ValueTask InitializeAsync()
        {
            Newsroom.UseKestrel(0);
            Newsroom.StartServer();
            await Newsroom.PublishAsync(Some.CopyFor(await Newsroom.SectionAsync("World")));
        }

        public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
    }
}
