using AngleSharp.Html.Parser;

namespace NewsPortal.Markup;

/// <summary>The words of a stored body in one line, without what stands in it of other stories.</summary>
public static class StoredText
{
    private static readonly HtmlParser Parser = new();

    public static string Of(string bodyHtml)
    {
        using var document = Parser.ParseDocument(bodyHtml);
        var body = document.Body!;
        foreach (var card in body.QuerySelectorAll(".related"))
        {
            card.Remove();
        }

        return string.Join(' ', PlainText.Of(body, _ => null).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
