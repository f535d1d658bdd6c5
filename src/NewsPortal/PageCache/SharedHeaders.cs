using Microsoft.Net.Http.Headers;

namespace NewsPortal.PageCache;

/// <summary>What caches between us and the reader are told.</summary>
internal static class SharedHeaders
{
    /// <summary>
    /// A browser asks each time, and mostly hears 304: it cannot be told that a story changed. A CDN asks every few seconds
    /// even where nobody purges it by Surrogate-Key, and keeps what it has for three days when it cannot reach us
    /// (RFC 9111, section 5.2; RFC 5861). No redirect is kept longer either: a slug may be changed back.
    /// </summary>
    private const string Page = "public, max-age=0, s-maxage=5, stale-while-revalidate=10, stale-if-error=259200";

    /// <summary>What failed, or was refused.</summary>
    private const string Fleeting = "no-store";

    /// <summary>Separated by spaces, as the CDNs that know this header read it.</summary>
    private const string SurrogateKey = "Surrogate-Key";

    public static void Add(IHeaderDictionary headers, int status, IReadOnlyCollection<string> tags)
    {
        if (status >= StatusCodes.Status500InternalServerError)
        {
            headers.CacheControl = Fleeting;
            return;
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = Page;
        }

        headers.Vary = HeaderNames.AcceptEncoding;
        headers.AcceptRanges = "none";
        if (tags.Count > 0)
        {
            headers[SurrogateKey] = string.Join(' ', tags.Order(StringComparer.Ordinal));
        }
    }
}
