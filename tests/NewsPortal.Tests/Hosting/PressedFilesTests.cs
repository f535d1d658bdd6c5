using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Hosting;

/// <summary>Stylesheets and scripts as browsers get them.</summary>
public sealed class PressedFilesTests : IDisposable
{
    private const string Sheet = "/css/reader.css";

    private readonly Newsroom newsroom = new();
    private readonly HttpClient browser;

    public PressedFilesTests() => browser = newsroom.Reader();

    public void Dispose()
    {
        browser.Dispose();
        newsroom.Dispose();
    }

    [Theory]
    [InlineData(Sheet, "text/css")]
    [InlineData("/js/reader.js", "text/javascript")]
    public async Task Pressed_they_are_what_they_were_and_smaller_than_for_each_reader(string path, string type)
    {
        var plain = await BytesAsync(await AskAsync(path, "identity"));
        var pressed = await AskAsync(path, "gzip, br");
        Assert.Equal(("br", type), (Assert.Single(pressed.Content.Headers.ContentEncoding), pressed.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Accept-Encoding", Assert.Single(pressed.Headers.Vary));
        var bytes = await BytesAsync(pressed);
        Assert.Equal(plain, Unpressed(bytes));
        Assert.True(bytes.Length < Quick(plain), $"{bytes.Length} bytes");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    [InlineData("br;q=0, gzip")]
    public async Task Who_cannot_read_them_pressed_is_not_given_them_so(string accept)
        => Assert.DoesNotContain("br", (await AskAsync(Sheet, accept)).Content.Headers.ContentEncoding);

    [Fact]
    public async Task Who_has_them_is_told_so()
    {
        var tag = (await AskAsync(Sheet, "br")).Headers.ETag!;
        Assert.False(tag.IsWeak);
        var again = await AskAsync(Sheet, "br", request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await BytesAsync(again)).Length));
        Assert.NotEqual(tag, (await AskAsync(Sheet, "identity")).Headers.ETag);
    }

    [Fact]
    public async Task Asked_for_their_head_they_say_how_long_they_are()
    {
        var whole = await BytesAsync(await AskAsync(Sheet, "br"));
        var head = await AskAsync(Sheet, "br", request => request.Method = HttpMethod.Head);
        Assert.Equal((whole.Length, 0), (head.Content.Headers.ContentLength, (await BytesAsync(head)).Length));
    }

    [Theory]
    [InlineData(Sheet + "?v=1", "public, max-age=31536000, immutable")]
    [InlineData(Sheet, "public, max-age=3600")]
    [InlineData("/js/changes/feed.js", "no-cache")]
    [InlineData("/js/dismissed.js", "no-cache")]
    public async Task What_is_named_by_its_bytes_is_kept_for_ever_and_what_modules_name_is_asked_for(string path, string control)
    {
        Assert.Equal(CacheControlHeaderValue.Parse(control), (await AskAsync(path, "br")).Headers.CacheControl);
        Assert.Equal(CacheControlHeaderValue.Parse(control), (await AskAsync(path, "identity")).Headers.CacheControl);
    }

    [Theory]
    [InlineData("/css/none.css")]
    [InlineData("/css/../appsettings.js")]
    [InlineData("/css/%2e%2e/%2e%2e/Program.js")]
    public async Task Nothing_else_is_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(path, "br")).StatusCode);

    private async Task<HttpResponseMessage> AskAsync(string path, string accept, Action<HttpRequestMessage>? also = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        also?.Invoke(request);
        return await browser.SendAsync(request);
    }

    private static Task<byte[]> BytesAsync(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync();

    private static byte[] Unpressed(byte[] bytes)
    {
        using var press = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        press.CopyTo(plain);
        return plain.ToArray();
    }

    private static long Quick(byte[] plain)
    {
        using var quick = new MemoryStream();
        using (var press = new BrotliStream(quick, CompressionLevel.Optimal, leaveOpen: true))
        {
            press.Write(plain);
        }

        return quick.Length;
    }
}
