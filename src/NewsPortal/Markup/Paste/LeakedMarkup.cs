using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>Tags, halves of tags and attributes that a scraper or a word processor left in the text.</summary>
internal static partial class LeakedMarkup
{
    private const string Quoted =
        """(?:"[^"<>\n]{0,500}"|'[^'<>\n]{0,500}'|[“”„″][^“”„″<>\n]{0,500}[“”„″]|[‘’][^‘’<>\n]{0,500}[‘’]|["“”„″][^"“”„″<>\n]{0,500}["“”„″])""";

    private const string Attribute =
        "(?:class|id|style|href|src|srcset|sizes|alt|title|target|rel|width|height|align|border|role|dir|lang|loading|decoding"
        + @"|itemprop|itemscope|itemtype|data-[a-z0-9-]{1,40}|aria-[a-z]{1,20}|on[a-z]{2,20})\s{0,3}=\s{0,3}" + Quoted;

    private const string Names = "p|div|span|strong|em|b|i|a|li|ul|ol|td|th|tr|table|figure|figcaption|img|section|article|h[1-6]";

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Scripts, styles and comments go with what they hold, over as many lines as that is.</summary>
    public static string RemoveElements(string body, Notebook notes) => Elements().Replace(
        body, m => notes.Accept(CleanupKind.LeakedMarkup, m.Value, "") ? "" : m.Value);

    public static string Remove(string line)
    {
        var text = EncodedTags().Replace(line, "");
        text = AttributesAlone().Replace(text, "");
        var residue = false;
        text = TagsAndResidue().Replace(text, m =>
        {
            residue |= m.Groups["residue"].Success;
            return m.Groups["residue"].Success ? Gap(text, m) : Tag(m);
        });
        text = OpenEnd().Replace(HalfStart().Replace(text, ""), "");
        text = residue && !text.Contains("<a", StringComparison.OrdinalIgnoreCase) ? LooseEnds().Replace(text, "") : text;
        return text == line ? line : Paragraphs().Replace(text, "\n\n").Trim();
    }

    /// <summary>Two sentences that the residue kept apart stay apart.</summary>
    private static string Gap(string text, Match residue)
    {
        var end = residue.Index + residue.Length;
        return residue.Index > 0 && end < text.Length && !char.IsWhiteSpace(text[residue.Index - 1]) && !char.IsWhiteSpace(text[end]) ? " " : "";
    }

    private static string Tag(Match tag) => tag.Groups["name"].Value.ToLowerInvariant() switch
    {
        "p" or "div" or "section" or "article" => "\n\n",
        "span" or "font" or "o:p" or "center" or "main" or "header" or "footer" or "aside" or "u" or "small" or "big" or "tt" => "",
        _ when tag.ValueSpan.ContainsAny('“', '”', '″') => SmartQuotes().Replace(tag.Value, "\""),
        _ => tag.Value,
    };

    [GeneratedRegex(@"<(?<name>script|style)\b[^<>]*>.*?</\k<name>\s*>|<!--.*?-->", Plain | RegexOptions.Singleline)]
    private static partial Regex Elements();

    [GeneratedRegex(@"&lt;/?(?:p|br|div|span|font|strong|em|b|i|u|a|li|ul|ol|td|tr|table|figure|img|h[1-6])(?:\s[^&<>\n]{0,300})?\s?/?&gt;", Plain)]
    private static partial Regex EncodedTags();

    [GeneratedRegex($@"^\s*(?:{Attribute}\s*)+/?\s*$", Plain)]
    private static partial Regex AttributesAlone();

    [GeneratedRegex(
        $@"(?<tag></?(?<name>[a-z][a-z0-9:-]*)(?:\s[^<>\n]*)?/?>)|(?<residue>(?:(?<![\p{{L}}\p{{N}}_<-])(?:{Names})\s+)?(?:(?<![\p{{L}}\p{{N}}_-])|(?=class))(?:{Attribute}\s*)+/?>)", Plain)]
    private static partial Regex TagsAndResidue();

    /// <summary>"p>The text", "/div>", or a closing quote and bracket with nothing else.</summary>
    [GeneratedRegex($$"""^\s*(?:(?:/?(?:{{Names}})|br\s?/?)>(?=\s*$|["“‘'\p{L}])|["“”']\s?/?>\s*$|/>\s*$)""", Plain)]
    private static partial Regex HalfStart();

    [GeneratedRegex($@"(?:</(?:{Names})|<(?:{Names})\s+[a-z-]+\s*=[^<>\n]*)$", Plain)]
    private static partial Regex OpenEnd();

    [GeneratedRegex("</a>", Plain)]
    private static partial Regex LooseEnds();

    [GeneratedRegex(@"\s*\n\n\s*")]
    private static partial Regex Paragraphs();

    [GeneratedRegex("[“”″]")]
    private static partial Regex SmartQuotes();
}
