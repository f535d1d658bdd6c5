using System.Net;
using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>Entities left as text, encoded once or many times.</summary>
internal static partial class Entities
{
    public static string InPlainText(string line) => Encoded().Replace(line, m => Decode(m) ?? m.Value);

    /// <summary>Signs that Markdown would take for its own stay encoded, once: that is how a writer says them there.</summary>
    public static string InMarkdown(string line) => Encoded().Replace(line, m => Decode(m) is not { } sign
        ? m.Value
        : IsMarkdown(sign) ? $"&{m.Groups["name"].Value};" : sign);

    private static bool IsMarkdown(string sign) => sign.Length == 1 && char.IsAscii(sign[0]) && sign[0] is not ('&' or '"' or '\'')
        && !char.IsLetterOrDigit(sign[0]);

    private static string? Decode(Match entity)
    {
        var single = $"&{entity.Groups["name"].Value};";
        var sign = WebUtility.HtmlDecode(single);
        return sign == single || sign.Any(char.IsControl) ? null : sign;
    }

    [GeneratedRegex("&(?:amp;)*(?<name>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex Encoded();
}
