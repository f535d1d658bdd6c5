using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What a reader gets out of memory.</summary>
public sealed class HitTests(DemoNewsroom demo) : IClassFixture<DemoNewsroom>
{
    public static TheoryData<string> PublicPaths =>
    [
        "/", "/world", "/turkce", "/tag/port-averne", "/author/dilara-aksoy", "/archive", "/archive/2026", "/last-minute", "/search", "/search?q=gate",
        "/rss.xml", "/world/rss.xml", "/tag/port-averne/rss.xml", "/author/dilara-aksoy/rss.xml",
        "/robots.txt", "/sitemap.xml", "/sitemap/pages.xml", "/sitemap/stories-0.xml", "/site.webmanifest", "/offline",
        "/no-such-section", "/no/such/address", "/world/no-such-story-999999", "{story}", "{story, wrong slug}", "{story's comments}", "{older page}",
    ];

    [Theory, MemberData(nameof(PublicPaths))]
    public async Task The_second_reader_of_any_page_is_answered_without_the_database_and_without_a_render(string path)
    {
        var reader = demo.Newsroom.Reader();
        var address = await AddressAsync(path);
        var first = await reader.GetAsync(address);
        using var counts = new PageCounts(demo.Newsroom);
        using var statements = new StatementCount(demo.Newsroom.Database);
        var second = await reader.GetAsync(address);
        Assert.Equal((1, 0), (counts.Hits, counts.Renders));
        Assert.DoesNotContain(statements.Statements, statement => !statement.Contains("\"Changes\"", StringComparison.Ordinal));
        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Theory, MemberData(nameof(PublicPaths))]
    public async Task Each_encoding_has_its_own_bytes_and_tag_of_one_page(string path)
    {
        var address = await AddressAsync(path);
        var (plain, gzip, brotli) = (await AskAsync(address, null), await AskAsync(address, "gzip"), await AskAsync(address, "br"));
        Assert.Equal(plain.Body, Unzip(gzip.Body, stream => new GZipStream(stream, CompressionMode.Decompress)));
        Assert.Equal(plain.Body, Unzip(brotli.Body, stream => new BrotliStream(stream, CompressionMode.Decompress)));
        foreach (var (answer, body) in new[] { plain, gzip, brotli })
        {
            Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
            Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
            Assert.False(answer.Headers.ETag!.IsWeak);
        }

        if (plain.Body.Length > 0)
        {
            Assert.Equal(["", "gzip", "br"], new[] { plain, gzip, brotli }.Select(one => string.Join(',', one.Answer.Content.Headers.ContentEncoding)));
            Assert.Equal(3, new[] { plain, gzip, brotli }.Select(one => one.Answer.Headers.ETag!.Tag).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_page_that_the_browser_has_is_not_sent_again(string? encoding)
    {
        var (page, _) = await AskAsync("/", encoding);
        var again = await AskAsync("/", encoding, HttpMethod.Get, ("If-None-Match", page.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.Answer.StatusCode);
        Assert.Empty(again.Body);
        Assert.Equal(page.Headers.ETag, again.Answer.Headers.ETag);
        Assert.Equal(page.Headers.CacheControl, again.Answer.Headers.CacheControl);
        Assert.Null(again.Answer.Content.Headers.ContentType);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_and_sends_no_byte()
    {
        var (got, body) = await AskAsync("/", "br");
        var head = await AskAsync("/", "br", HttpMethod.Head);
        Assert.Equal(Headers(got), Headers(head.Answer));
        Assert.Equal(body.Length, head.Answer.Content.Headers.ContentLength);
        Assert.Empty(head.Body);
    }

    [Fact]
    public async Task A_range_is_answered_with_the_whole_page_which_says_that_there_are_none()
    {
        var (whole, body) = await AskAsync("/", null);
        foreach (var range in new[] { "bytes=0-9", "bytes=99999999-", "bytes=5-1", "lines=1-2", "bytes=0-0,2-3" })
        {
            var answer = await AskAsync("/", null, HttpMethod.Get, ("Range", range), ("If-Range", whole.Headers.ETag!.ToString()));
            Assert.Equal((HttpStatusCode.OK, "none"), (answer.Answer.StatusCode, answer.Answer.Headers.AcceptRanges.Single()));
            Assert.Equal(body, answer.Body);
        }
    }

    [Fact]
    public async Task A_page_carries_every_header_that_one_made_anew_carries()
    {
        using var uncached = new Newsroom(("PageCache:MegaBytes", "0"));
        var made = Headers(await uncached.Reader().GetAsync("/"));
        var stored = Headers((await AskAsync("/", null)).Answer);
        Assert.Empty(made.Keys.Except(stored.Keys));
        Assert.Equal(made["Content-Security-Policy"], stored["Content-Security-Policy"]);
        Assert.Equal("public, max-age=0, s-maxage=5, stale-while-revalidate=10, stale-if-error=259200", stored["Cache-Control"]);
        Assert.Contains("front", stored["Surrogate-Key"].Split(' '));
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage answer) => answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
        .Where(header => header.Key is not ("Date" or "Content-Length")).ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.Ordinal);

    private static byte[] Unzip(byte[] body, Func<Stream, Stream> open)
    {
        if (body.Length == 0)
        {
            return [];
        }

        using var whole = new MemoryStream();
        using var unzip = open(new MemoryStream(body));
        unzip.CopyTo(whole);
        return whole.ToArray();
    }

    private async Task<(HttpResponseMessage Answer, byte[] Body)> AskAsync(
        string address, string? encoding, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        foreach (var (name, value) in encoding is null ? headers : [.. headers, ("Accept-Encoding", encoding)])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await demo.Newsroom.Reader().SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> AddressAsync(string path)
    {
        if (path[0] != '{')
        {
            return path;
        }

        return await demo.Newsroom.WithDbAsync(async db =>
        {
            var story = await db.Articles.Listed().OrderByDescending(a => a.CommentCount).AsCards().FirstAsync();
            return path switch
            {
                "{story, wrong slug}" => string.Create(CultureInfo.InvariantCulture, $"/world/another-slug-{story.Id}"),
                "{story's comments}" => $"{story.Url}/comments?after={new Cursor(story.PublishedUtc, 0)}",
                "{older page}" => $"/{story.SectionSlug}?before={new Cursor(story.PublishedUtc.AddSeconds(1), int.MaxValue)}",
                _ => story.Url,
            };
        });
    }
}
