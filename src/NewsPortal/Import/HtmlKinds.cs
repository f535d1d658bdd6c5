using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>What the elements of a body are to somebody who turns them into a text.</summary>
internal static class HtmlKinds
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "iframe",
        "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "video", "audio",
    };

    private static readonly HashSet<string> ParagraphHolders = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dt", "fieldset", "footer", "form",
        "header", "li", "main", "nav", "p", "section", "td", "th",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal) { "address", "dd", "dt", "li", "p", "td", "th" };

    private static readonly HashSet<string> Spaced = new(StringComparer.Ordinal) { "code", "pre", "script", "style", "textarea" };

    /// <summary>True also for an inline element around a block, such as a link around a figure.</summary>
    public static bool IsBlock(INode node) => node is IElement element
        && (Blocks.Contains(element.LocalName) || IsCodeBlock(element) || WordPressPlaces(element)
            || (element.HasChildNodes && !KeepsSpaces(element) && element.ChildNodes.Any(IsBlock)));

    public static bool HoldsParagraphs(IElement element) => ParagraphHolders.Contains(element.LocalName);

    /// <summary>One run of text in it needs no paragraph element around it.</summary>
    public static bool IsParagraphItself(IElement element) => Paragraphs.Contains(element.LocalName);

    public static bool KeepsSpaces(IElement element) => Spaced.Contains(element.LocalName);

    /// <summary>Code of several lines is a block, however it was typed.</summary>
    public static bool IsCodeBlock(IElement element)
        => element.LocalName == "code" && element.ParentElement?.LocalName != "pre" && element.TextContent.Trim().Contains('\n', StringComparison.Ordinal);

    private static bool WordPressPlaces(IElement element) => element.LocalName.StartsWith("wp-", StringComparison.Ordinal);
}
