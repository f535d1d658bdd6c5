using AngleSharp.Dom;
using AngleSharp.Html;

namespace NewsPortal.Markup.Bodies;

internal static class Html
{
    /// <summary>
    /// The HTML inside an element whose depth the sieve has bounded. InnerHtml looks for each node's next sibling from
    /// the first one on, which for fifty thousand paragraphs is most of the time that a story takes.
    /// </summary>
    public static string Of(IElement element)
    {
        using var writer = new StringWriter();
        WriteChildren(element, writer);
        return writer.ToString();
    }

    private static void WriteChildren(INode parent, StringWriter writer)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element)
            {
                var isVoid = TagRules.Void.Contains(element.LocalName);
                writer.Write(HtmlMarkupFormatter.Instance.OpenTag(element, isVoid));
                WriteChildren(element, writer);
                writer.Write(HtmlMarkupFormatter.Instance.CloseTag(element, isVoid));
            }
            else if (child is IText text)
            {
                writer.Write(HtmlMarkupFormatter.Instance.Text(text));
            }
        }
    }
}
