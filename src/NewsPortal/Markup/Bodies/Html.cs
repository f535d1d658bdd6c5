using AngleSharp.Dom;
using AngleSharp.Html;

namespace NewsPortal.Markup.Bodies;

internal static class Html
{
    /// <summary>The HTML inside an element. Child by child: InnerHtml grows with the square of their number.</summary>
    public static string Of(IElement element)
    {
        using var writer = new StringWriter();
        foreach (var child in element.ChildNodes)
        {
            child.ToHtml(writer, HtmlMarkupFormatter.Instance);
        }

        return writer.ToString();
    }
}
