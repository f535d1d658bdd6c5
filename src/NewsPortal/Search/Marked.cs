using Microsoft.AspNetCore.Html;

namespace NewsPortal.Search;

/// <summary>Text with what was looked for in <c>mark</c> elements.</summary>
internal static class Marked
{
    public static IHtmlContent Of(string text, SearchQuery query)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var (from, to) in new FoldedText(text).Hits(query.Wanted))
        {
            html.Append(text[at..from]).AppendHtml("<mark>").Append(text[from..to]).AppendHtml("</mark>");
            at = to;
        }

        return html.Append(text[at..]);
    }
}
