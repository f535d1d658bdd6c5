using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsPortal.PageCache;

/// <summary>
/// Makes a page by a request of the paper's own, through the same pipeline as a reader's, but with nothing of any reader
/// in it: no cookie, no header, the site's own host. What nobody said cannot get into a page for everybody.
/// </summary>
internal sealed class PageRenderer(IHttpContextFactory contexts, ChangeMark mark, Site site, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // However well its makers thought of everything: no page is shown for longer without being made anew.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Kestrel writes these for each answer, or they belong to one connection.
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.Connection, HeaderNames.KeepAlive,
    };

    private readonly Uri address = new(site.Url);
    private RequestDelegate? pipeline;

    /// <summary>What comes after the store in the pipeline.</summary>
    public void RenderWith(RequestDelegate next) => pipeline = next;

    /// <returns>Null when the answer is not one for everybody after all.</returns>
    public async Task<StoredPage?> RenderAsync(PageKey key)
    {
        using var patience = new CancellationTokenSource(Patience);
        var trueTo = mark.Now;
        var (response, body) = (new RecordedResponse(), new MemoryStream());
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(RequestFor(key));
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = patience.Token });
        features.Set(new BeingStored());
        var context = contexts.Create(features);
        try
        {
            await pipeline!(context);
            await context.Response.CompleteAsync();
            await response.StartAsync();
            return PageOf(context, body.ToArray(), trueTo);
        }
        finally
        {
            await response.CompleteAsync();
            contexts.Dispose(context);
        }
    }

    /// <summary>Whether this request is one of the paper's own.</summary>
    public static bool IsRendering(HttpContext context) => context.Features.Get<BeingStored>() is not null;

    private HttpRequestFeature RequestFor(PageKey key) => new HttpRequestFeature
    {
        Method = HttpMethods.Get,
        Protocol = HttpProtocol.Http11,
        Scheme = address.Scheme,
        Path = key.Path,
        QueryString = key.ToQueryString().Value!,
        Headers = new HeaderDictionary { [HeaderNames.Host] = address.Authority },
    };

    private StoredPage? PageOf(HttpContext context, byte[] body, StringValues trueTo)
    {
        var (headers, status) = (context.Response.Headers, context.Response.StatusCode);
        // A failure is not to be stored either, but whoever waits for this page shares it.
        if (headers.SetCookie.Count > 0 || (status < StatusCodes.Status500InternalServerError && IsPrivate(headers.CacheControl)))
        {
            return null;
        }

        var basis = context.RequestServices.GetRequiredService<PageBasis>();
        SharedHeaders.Add(headers, status, basis.Tags);
        var kept = headers.Where(header => !OfConnection.Contains(header.Key) && header.Key != HeaderNames.ETag).ToList();
        var (identity, gzip, brotli) = Representation.OfBody3(body, kept);
        var longest = clock.GetUtcNow().UtcDateTime + Longest;
        return new StoredPage(status, identity, gzip, brotli)
        {
            Tags = [.. basis.Tags],
            TrueUntilUtc = basis.TrueUntilUtc < longest ? basis.TrueUntilUtc : longest,
            TrueTo = trueTo,
            Modified = Precondition.ReadDate(headers.LastModified),
        };
    }

    private static bool IsPrivate(StringValues cacheControl)
        => CacheControlHeaderValue.TryParse(cacheControl.ToString(), out var said) && (said.NoStore || said.Private);

    private sealed class BeingStored;
}
