using AngleSharp.Html.Parser;

namespace NewsPortal.Import.WordPress;

/// <summary>Titles, names and captions, which WordPress keeps as HTML, as words.</summary>
internal static class PlainWords
{
    public static string Of(string html)
    {
        var words = html;
        if (html.AsSpan().IndexOfAny('<', '&') >= 0)
        {
            var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
            HtmlDepth.Limit(body);
            words = body.TextContent;
        }

        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Null for no words; cut at the end of a word, with an ellipsis, when longer than <paramref name="length"/>.</summary>
    public static string? Cut(string? words, int length)
    {
        if (string.IsNullOrWhiteSpace(words) || words.Length <= length)
        {
            return string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        }

        var end = words.LastIndexOf(' ', length - 1);
        end = end > length / 2 ? end : length - 1;
        // Never between the halves of one character.
        end = char.IsHighSurrogate(words[end - 1]) ? end - 1 : end;
        return words[..end].TrimEnd(' ', ',', ';', ':', '.', '–', '-') + "…";
    }
}
