using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <param name="Named">By lower-case name.</param>
/// <param name="Loose">Values without a name, such as the address in <c>[audio https://…]</c>.</param>
/// <param name="Content">What stands between it and its closing tag; null when it has none.</param>
internal sealed record Shortcode(string Name, IReadOnlyDictionary<string, string> Named, IReadOnlyList<string> Loose, string? Content)
{
    public string? FirstLoose => Loose.Count > 0 ? Loose[0] : null;

    public string? this[string name] => Named.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}

/// <summary>
/// WordPress's square-bracket tags, as its own parser reads them: <c>[caption id="x"]…[/caption]</c>, <c>[[escaped]]</c>.
/// Brackets that are none ("[simple boat]") stay text.
/// </summary>
internal static partial class Shortcodes
{
    private const int LongestTag = 5000;

    /// <param name="text">HTML. Nothing inside its tags is touched.</param>
    /// <param name="replace">The HTML that stands for a shortcode; null leaves it as it is.</param>
    public static string Expand(string text, Func<Shortcode, string?> replace)
    {
        var result = new StringBuilder(text.Length);
        var neverClosed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny('<', '[');
            if (next < 0)
            {
                result.Append(text, at, text.Length - at);
                break;
            }

            result.Append(text, at, next);
            at += next;
            at += text[at] == '<' ? CopyTag(text, at, result) : Take(text, at, result, replace, neverClosed);
        }

        return result.ToString();
    }

    private static int CopyTag(string text, int at, StringBuilder result)
    {
        var length = 1;
        if (at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
        {
            var end = EndOfTag(text, at);
            length = end < 0 ? 1 : end - at + 1;
        }

        result.Append(text, at, length);
        return length;
    }

    private static int EndOfTag(string text, int at)
    {
        var quote = '\0';
        var most = Math.Min(text.Length, at + LongestTag);
        for (var i = at + 1; i < most; i++)
        {
            var c = text[i];
            if (quote == '\0' && c == '>')
            {
                return i;
            }

            quote = quote == '\0' ? c is '"' or '\'' ? c : '\0' : c == quote ? '\0' : quote;
        }

        // An unbalanced quote: browsers would go on, we rather lose a bracket than the rest of the story.
        var plain = text.IndexOf('>', at, most - at);
        return plain;
    }

    private static int Take(string text, int at, StringBuilder result, Func<Shortcode, string?> replace, HashSet<string> neverClosed)
    {
        var escaped = at + 1 < text.Length && text[at + 1] == '[';
        var tag = Opening().Match(text, at + (escaped ? 1 : 0), Math.Min(LongestTag, text.Length - at - (escaped ? 1 : 0)));
        if (!tag.Success)
        {
            result.Append('[');
            return 1;
        }

        var end = tag.Index + tag.Length;
        if (escaped)
        {
            var closed = end < text.Length && text[end] == ']';
            result.Append(tag.Value);
            return end - at + (closed ? 1 : 0);
        }

        var name = tag.Groups["name"].Value.ToLowerInvariant();
        var closer = $"[/{tag.Groups["name"].Value}]";
        var close = tag.Groups["alone"].Success || neverClosed.Contains(closer) ? -1 : text.IndexOf(closer, end, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            neverClosed.Add(closer);
        }

        var code = Read(name, tag.Groups["attributes"].Value, close < 0 ? null : text[end..close]);
        var length = (close < 0 ? end : close + closer.Length) - at;
        result.Append(replace(code) ?? text.Substring(at, length));
        return length;
    }

    private static Shortcode Read(string name, string attributes, string? content)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var loose = new List<string>();
        foreach (Match attribute in Attribute().Matches(Straight().Replace(attributes, "\"")))
        {
            var value = attribute.Groups["value"].Success ? attribute.Groups["value"].Value : attribute.Groups["bare"].Value;
            if (attribute.Groups["key"].Success)
            {
                named[attribute.Groups["key"].Value.ToLowerInvariant()] = value.Trim();
            }
            else
            {
                loose.Add(value.Trim());
            }
        }

        return new Shortcode(name, named, loose, content);
    }

    [GeneratedRegex("""
        \G\[(?<name>[A-Za-z][\w-]*)(?<attributes>(?:\s(?>[^\]\["']+|"[^"]*"|'[^']*')*)?)(?<alone>(?<=/))?\]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Opening();

    [GeneratedRegex("""
        (?:(?<key>[\w-]+)\s*=\s*)?(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<bare>[^\s"'/]\S*))
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Attribute();

    // Editors curl the quotes of shortcodes too.
    [GeneratedRegex("[“”„″]|&#82(?:20|21|43);|&quot;|&[lr]dquo;", RegexOptions.CultureInvariant)]
    private static partial Regex Straight();
}
