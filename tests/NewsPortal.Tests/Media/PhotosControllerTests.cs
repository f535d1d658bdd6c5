using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using NewsPortal.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Media;

public sealed class PhotosControllerTests(PhotosControllerTests.Paper paper) : IClassFixture<PhotosControllerTests.Paper>, IAsyncLifetime
{
    private readonly Newsroom newsroom = paper.Newsroom;
    private readonly HttpClient reader = paper.Newsroom.Reader();
    private Photo gate = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PhotoStore Store => newsroom.Services.GetRequiredService<PhotoStore>();

    private int KeptFiles => Directory.EnumerateFiles(newsroom.StorageFolder, "*", SearchOption.AllDirectories).Count();

    public async ValueTask InitializeAsync() => gate = await AddAsync("storm-gate", Pictures.Jpeg(600, 400));

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("320", "avif", "image/avif")]
    [InlineData("480", "webp", "image/webp")]
    [InlineData("600", "jpg", "image/jpeg")]
    public async Task A_picture_is_served_for_ever_and_to_everybody(string width, string extension, string type)
    {
        using var answer = await reader.GetAsync($"/media/{gate.Id}/storm-gate-{width}.{extension}", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", Assert.Single(answer.Headers.GetValues("Cache-Control")));
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.ETag!.IsWeak);
        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(width, $"{picture.Width}");
    }

    [Fact]
    public async Task Every_address_that_a_page_prints_is_served()
    {
        foreach (var width in VariantWidths.For(gate.Width))
        {
            foreach (var format in Enum.GetValues<VariantFormat>())
            {
                using var answer = await reader.GetAsync(gate.VariantPath(width, format), Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Who_has_the_picture_is_not_sent_it_again()
    {
        using var first = await reader.GetAsync(gate.VariantPath(320, VariantFormat.Webp), Cancel);
        using var ask = new HttpRequestMessage(HttpMethod.Get, gate.VariantPath(320, VariantFormat.Webp));
        ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await reader.SendAsync(ask, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Contains("immutable", second.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_picture_and_its_headers_alone_can_be_had()
    {
        using var part = new HttpRequestMessage(HttpMethod.Get, gate.VariantPath(320, VariantFormat.Jpg));
        part.Headers.Range = new RangeHeaderValue(0, 9);
        using var partly = await reader.SendAsync(part, Cancel);
        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, gate.VariantPath(320, VariantFormat.Jpg)), Cancel);

        Assert.Equal((HttpStatusCode.PartialContent, 10L), (partly.StatusCode, partly.Content.Headers.ContentLength));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(partly.Content.Headers.ContentRange!.Length, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/media/{0}/storm-gate-321.avif")]
    [InlineData("/media/{0}/storm-gate-1920.avif")]
    [InlineData("/media/{0}/storm-gate-0.avif")]
    [InlineData("/media/{0}/storm-gate-320.png")]
    [InlineData("/media/{0}/storm-gate-320.AVIF")]
    [InlineData("/media/{0}/Storm-gate-320.avif")]
    [InlineData("/media/{0}/other-name-320.avif")]
    [InlineData("/media/{0}/storm-gate-0320.avif")]
    [InlineData("/media/{0}/storm-gate-320.avif.tmp")]
    [InlineData("/media/{0}/..%2f..%2fstorm-gate-320.avif")]
    [InlineData("/media/{0}/%2e%2e%5cstorm-gate-320.avif")]
    [InlineData("/media/{0}/storm-gate-320%0a.avif")]
    [InlineData("/media/{0}/storm-gate-320.avif/more")]
    [InlineData("/media/{0}/")]
    [InlineData("/media/{0}")]
    [InlineData("/media/0/storm-gate-320.avif")]
    [InlineData("/media/-1/storm-gate-320.avif")]
    [InlineData("/media/999999/storm-gate-320.avif")]
    [InlineData("/media/99999999999999999999/storm-gate-320.avif")]
    [InlineData("/media/x/storm-gate-320.avif")]
    public async Task Any_other_address_is_not_found_and_writes_nothing(string address)
    {
        var before = KeptFiles;

        using var answer = await reader.GetAsync(string.Format(null, address, gate.Id), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("immutable", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
        Assert.Equal(before, KeptFiles);
    }

    [Fact]
    public async Task The_placeholder_that_a_missing_photo_prints_is_there()
    {
        var missing = await AddAsync("missing", null);
        var printed = Html.Parse(FigureHtml.Picture(missing, PictureUse.Card)).QuerySelector("img")!.GetAttribute("src");

        using var answer = await reader.GetAsync(printed, Cancel);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_photo_whose_file_never_came_or_is_gone_is_not_found()
    {
        var never = await AddAsync("never", null);
        using var first = await reader.GetAsync($"/media/{never.Id}/never-320.jpg", Cancel);
        var gone = await AddAsync("gone", Pictures.Jpeg(590, 400));
        File.Delete(Store.PathOf(gone.Hash!));
        using var second = await reader.GetAsync(gone.VariantPath(320, VariantFormat.Jpg), Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
    }

    private async Task<Photo> AddAsync(string name, byte[]? file)
    {
        var photo = new Photo { Name = name, Width = 600, Height = 400, AddedUtc = Some.Noon };
        if (file is not null)
        {
            var stored = await Store.AddAsync(new MemoryStream(file), Cancel);
            photo = stored.AsPhoto(name, Some.Noon);
        }

        return await newsroom.WithDbAsync(async db =>
        {
            db.Add(photo);
            await db.SaveChangesAsync(Cancel);
            return photo;
        });
    }

    /// <summary>One newsroom for all of these: they only add to it.</summary>
    public sealed class Paper : IAsyncDisposable
    {
        public Newsroom Newsroom { get; } = new();

        public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
    }
}
