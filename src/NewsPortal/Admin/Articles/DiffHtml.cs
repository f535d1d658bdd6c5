using Microsoft.AspNetCore.Html;
using NewsPortal.Articles.Merging;

namespace NewsPortal.Admin.Articles;

/// <summary>
/// A comparison as inline HTML, encoded, with words for who cannot see the marks. Built in code because every space
/// between its parts would be read as one of the text.
/// </summary>
public static class DiffHtml
{
    public static IHtmlContent Of(IReadOnlyList<DiffPart> parts, Words words)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case DiffKind.Added:
                    Mark(html, "ins", words["[put in:]"], part.Text, words["[end]"]);
                    break;
                case DiffKind.Removed:
                    Mark(html, "del", words["[taken out:]"], part.Text, words["[end]"]);
                    break;
                default:
                    html.Append(part.Text);
                    break;
            }
        }

        return html;
    }

    private static void Mark(HtmlContentBuilder html, string tag, string opening, string text, string closing)
        => html.AppendHtml($"<{tag}><span class=\"vh\">").Append($"{opening} ").AppendHtml("</span>").Append(text)
            .AppendHtml("<span class=\"vh\">").Append($" {closing}").AppendHtml($"</span></{tag}>");
}
