using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.PageCache;

namespace NewsPortal.Feeds;

/// <summary>What search engines ask for: where not to look, and where everything is.</summary>
[Stored]
public sealed class CrawlersController(Sitemap sitemap, Site site) : Controller
{
    // Each ends where the house's own path ends: a section may be called "Accountability".
    private const string NotForCrawlers = """
        User-agent: *
        Disallow: /account/
        Disallow: /admin$
        Disallow: /admin/
        Disallow: /search$
        Disallow: /search?
        """;

    [HttpGet("/robots.txt"), HttpHead("/robots.txt")]
    public IActionResult Robots()
    {
        Response.Headers.CacheControl = "public, max-age=3600";
        return Content($"{NotForCrawlers.ReplaceLineEndings("\n")}\n\nSitemap: {site.Absolute("/sitemap.xml")}\n", "text/plain; charset=utf-8");
    }

    [HttpGet("/sitemap.xml"), HttpHead("/sitemap.xml")]
    public IActionResult Index(CancellationToken cancel) => SitemapResult.Index(sitemap.FilesAsync(cancel), site);

    [HttpGet("/sitemap/pages.xml"), HttpHead("/sitemap/pages.xml")]
    public IActionResult Pages(CancellationToken cancel) => SitemapResult.Of(sitemap.PagesAsync(cancel), site);

    [HttpGet("/sitemap/stories-{file}.xml"), HttpHead("/sitemap/stories-{file}.xml")]
    public async Task<IActionResult> Stories(string file, CancellationToken cancel)
        => int.TryParse(file, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && file == number.ToString(CultureInfo.InvariantCulture)
            && await sitemap.HasFileAsync(number, cancel)
            ? SitemapResult.Of(sitemap.StoriesAsync(number, cancel), site)
            : NotFound();
}
