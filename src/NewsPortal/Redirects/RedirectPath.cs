using System.Text;

namespace NewsPortal.Redirects;

/// <summary>
/// One spelling for an old address, so that it is found however a link writes it: percent-escapes read, Unicode
/// composed (NFC), lower case, no slash at the end. A query is kept only when asked for (<c>/?p=123</c>).
/// </summary>
public static class RedirectPath
{
    /// <returns>The normalised path, or null when it is too long, or no text at all, to have been an address of ours.</returns>
    public static string? Of(string path, string? query = null)
    {
        var read = Uri.UnescapeDataString(path);
        if (read.Length > Redirect.PathLength || !read.IsNormalizable())
        {
            return null;
        }

        var plain = "/" + read.Normalize(NormalizationForm.FormC).ToLowerInvariant().Trim('/');
        if (!string.IsNullOrEmpty(query))
        {
            plain += "?" + query.TrimStart('?');
        }

        return plain.Length <= Redirect.PathLength ? plain : null;
    }

    // Half a surrogate pair and U+FFFE are no characters, and Normalize throws at them.
    private static bool IsNormalizable(this string text)
        => !text.Contains('\uFFFE', StringComparison.Ordinal) && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
