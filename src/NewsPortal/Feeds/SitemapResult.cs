using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Feeds;

/// <summary>A sitemap, or an index of them, sent while it is read.</summary>
/// <param name="list"><c>urlset</c> or <c>sitemapindex</c>.</param>
/// <param name="item"><c>url</c> or <c>sitemap</c>.</param>
internal sealed class SitemapResult(string list, string item, IAsyncEnumerable<SitemapEntry> entries, Site site) : ActionResult
{
    private const string Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static SitemapResult Index(IAsyncEnumerable<SitemapEntry> files, Site site) => new("sitemapindex", "sitemap", files, site);

    public static SitemapResult Of(IAsyncEnumerable<SitemapEntry> addresses, Site site) => new("urlset", "url", addresses, site);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.ContentType = "application/xml; charset=utf-8";
        if (!HttpMethods.IsHead(request.Method))
        {
            await WriteAsync(response.Body);
        }
    }

    private async Task WriteAsync(Stream stream)
    {
        // A file that broke off half-way must not look whole: the end is written only when the end was reached.
        var settings = new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), WriteEndDocumentOnClose = false };
        await using var xml = XmlWriter.Create(stream, settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, list, Protocol);
        await foreach (var entry in entries)
        {
            await xml.WriteStartElementAsync(null, item, Protocol);
            await xml.WriteElementStringAsync(null, "loc", Protocol, site.Absolute(entry.Path));
            if (entry.ModifiedUtc is { } modified)
            {
                await xml.WriteElementStringAsync(null, "lastmod", Protocol, site.Iso(modified));
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }
}
