using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsPortal.PageCache;

internal enum PageEncoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Which of the three stored encodings a client gets: RFC 9110, section 12.5.3.</summary>
internal static class AcceptedEncoding
{
    /// <summary>
    /// The one of the highest weight, of equal ones the smallest bytes. A client that refuses all three gets identity,
    /// which it can at least throw away.
    /// </summary>
    public static PageEncoding Choose(StringValues accepted)
    {
        // What browsers say. A client that says nothing may mean anything, and cannot be surprised by identity.
        switch (accepted.Count == 1 ? accepted[0] : null)
        {
            case "gzip, deflate, br, zstd" or "gzip, deflate, br" or "br":
                return PageEncoding.Brotli;
            case "gzip" or "gzip, deflate":
                return PageEncoding.Gzip;
            default:
                return accepted.Count == 0 ? PageEncoding.Identity : Weigh(accepted);
        }
    }

    private static PageEncoding Weigh(StringValues accepted)
    {
        // What cannot be read as a whole is read as far as it goes; the rest is as if it were not said.
        _ = StringWithQualityHeaderValue.TryParseList(accepted, out var codings);
        double? brotli = null, gzip = null, identity = null, others = null;
        foreach (var coding in codings ?? [])
        {
            var weight = coding.Quality ?? 1;
            switch (coding.Value.Value?.ToLowerInvariant())
            {
                case "br":
                    brotli = weight;
                    break;
                case "gzip" or "x-gzip":
                    gzip = weight;
                    break;
                case "identity":
                    identity = weight;
                    break;
                case "*":
                    others = weight;
                    break;
                default:
                    break;
            }
        }

        // Identity is acceptable unless it is refused by name or by a star, but whoever names a coding wants that.
        var (ofBrotli, ofGzip, ofIdentity) = (brotli ?? others ?? 0, gzip ?? others ?? 0, identity ?? 0);
        return ofBrotli > 0 && ofBrotli >= ofGzip && ofBrotli >= ofIdentity ? PageEncoding.Brotli
            : ofGzip > 0 && ofGzip >= ofIdentity ? PageEncoding.Gzip
            : PageEncoding.Identity;
    }
}
