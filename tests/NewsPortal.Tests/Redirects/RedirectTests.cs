using System.Net;
using NewsPortal.Redirects;
using NewsPortal.Tests.Import;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Redirects;

public sealed class RedirectTests : IAsyncLifetime, IDisposable
{
    private readonly Newsroom newsroom = new();

    public async ValueTask InitializeAsync() => await new Wxr().Author("ada lovelace", "Ada L.").Category("world", "World", id: "3").Category("europe", "Europe", parent: "world", id: "4")
        .Add(new WxrPost(7) { Title = "Hello", Name = "hello", Guid = "https://old.example/archives/7", Meta = [("_wp_old_slug", "hallo")], Terms = [("category", "europe", "Europe"), ("category", "side", "Side"), ("post_tag", "gr%c3%bcn", "Grün")] })
        .Add(new WxrPost(8) { Type = "page", Title = "About", Name = "about", Link = "https://old.example/about/" })
        .Add(new WxrPost(9) { Type = "page", Title = "Search", Name = "search", Link = "https://old.example/search/" })
        .Add(new WxrPost(10) { Title = "Draft", Name = "draft", Status = "draft" })
        .Attachment(5, "https://old.example/bell.jpg", parent: 7)
        .ImportAsync(newsroom);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData("/2012/03/hello/", "/europe/hello-")]
    [InlineData("/2012/03/HELLO", "/europe/hello-")]
    [InlineData("/2012/03/hallo", "/europe/hello-")]
    [InlineData("/2012/03/hello/2/", "/europe/hello-")]
    [InlineData("/2012/03/hello/comment-page-3/", "/europe/hello-")]
    [InlineData("/2012/03/hello/feed/", "/europe/hello-")]
    [InlineData("/archives/7", "/europe/hello-")]
    [InlineData("/?p=7", "/europe/hello-")]
    [InlineData("/?p=7&utm_source=x", "/europe/hello-")]
    [InlineData("/?attachment_id=5", "/europe/hello-")]
    [InlineData("/about/", "/page/about-")]
    [InlineData("/?page_id=8", "/page/about-")]
    [InlineData("/category/europe/", "/europe")]
    [InlineData("/category/world/europe/", "/europe")]
    [InlineData("/category/world/europe/page/4/", "/europe")]
    [InlineData("/?cat=4", "/europe")]
    [InlineData("/category/side/", "/tag/side")]
    [InlineData("/tag/gr%C3%BCn/", "/tag/gr")]
    [InlineData("/author/ada%20lovelace/", "/author/ada-lovelace")]
    public async Task An_old_address_leads_on_for_good(string old, string now)
    {
        var answer = await newsroom.Reader().GetAsync(old);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.StartsWith(now, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/?p=999999", HttpStatusCode.OK)]
    [InlineData("/?p=x", HttpStatusCode.OK)]
    [InlineData("/?q=7", HttpStatusCode.OK)]
    [InlineData("/2012/03/draft/", HttpStatusCode.NotFound)]
    [InlineData("/2012/%EF%BF%BE/never/", HttpStatusCode.NotFound)]
    [InlineData("/2012/%ED%A0%80/never/", HttpStatusCode.NotFound)]
    [InlineData("/2012/03/never/", HttpStatusCode.NotFound)]
    [InlineData("/tag/side", HttpStatusCode.OK)]
    public async Task What_leads_nowhere_is_answered_by_the_paper(string address, HttpStatusCode status)
        => Assert.Equal(status, (await newsroom.Reader().GetAsync(address)).StatusCode);

    [Fact]
    public async Task Only_reading_is_led_on()
        => Assert.NotEqual(HttpStatusCode.MovedPermanently, (await newsroom.Reader().PostAsync("/2012/03/hello/", null)).StatusCode);

    [Fact]
    public async Task Nothing_is_led_to_itself_or_out_of_the_house()
    {
        await newsroom.WithDbAsync(async db =>
        {
            db.Redirects.AddRange(
                new Redirect { Path = "/loop", Target = "/loop" },
                new Redirect { Path = "/out", Target = "//evil.example/" },
                new Redirect { Path = "/out2", Target = "https://evil.example/" });
            return await db.SaveChangesAsync();
        });
        foreach (var path in new[] { "/loop", "/out", "/out2" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Reader().GetAsync(path)).StatusCode);
        }
    }
}
