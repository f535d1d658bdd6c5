using System.Text;

namespace NewsPortal.Redirects;

/// <summary>
/// One spelling for an old address, so that it is found however a link writes it: percent-escapes read, Unicode
/// composed (NFC), lower case, no slash at the end. A query is kept only when asked for (<c>/?p=123</c>).
/// </summary>
public static class RedirectPath
{
    /// <returns>The normalised path, or null when it is too long to have been an address of ours.</returns>
    public static string? Of(string path, string? query = null)
    {
        var plain = Uri.UnescapeDataString(path).Normalize(NormalizationForm.FormC).ToLowerInvariant();
        plain = "/" + plain.Trim('/');
        if (!string.IsNullOrEmpty(query))
        {
            plain += "?" + query.TrimStart('?');
        }

        return plain.Length <= Redirect.PathLength ? plain : null;
    }
}
