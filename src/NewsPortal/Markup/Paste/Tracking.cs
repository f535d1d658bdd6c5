using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>Takes out of addresses what only tells who sent the reader.</summary>
internal static partial class Tracking
{
    public static string Remove(string line)
        => line.Contains("://", StringComparison.Ordinal) ? Addresses().Replace(line, m => OfAddress(m.Value)) : line;

    private static string OfAddress(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return url;
        }

        var fragment = url.IndexOf('#', query);
        var end = fragment < 0 ? url.Length : fragment;
        var pairs = url[(query + 1)..end].Split('&');
        var kept = pairs.Where(p => !TrackingNames().IsMatch(p)).ToList();
        return kept.Count == pairs.Length
            ? url
            : url[..query] + (kept.Count > 0 ? "?" + string.Join('&', kept) : "") + url[end..];
    }

    [GeneratedRegex("""https?://[^\s<>"'“”)\]]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(
        "^(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok"
        + "|vero_id|ref_src|ref_url|_ga|_gl|oly_anon_id|oly_enc_id|s_cid|wickedid|srsltid)=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrackingNames();
}
