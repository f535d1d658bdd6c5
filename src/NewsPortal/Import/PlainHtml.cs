using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>Text with its emphasis and links as bare HTML on one line, for what Markdown has no words for: spans of cells, terms, languages.</summary>
internal sealed class PlainHtml(BodyTargets targets)
{
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["em"] = "em",
        ["i"] = "em",
        ["cite"] = "cite",
        ["strong"] = "strong",
        ["b"] = "strong",
        ["del"] = "del",
        ["s"] = "del",
        ["strike"] = "del",
        ["ins"] = "ins",
        ["mark"] = "mark",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["q"] = "q",
        ["code"] = "code",
        ["kbd"] = "code",
        ["samp"] = "code",
        ["tt"] = "code",
        ["var"] = "code",
    };

    /// <summary>Only what HTML needs: an editor reads this, and an apostrophe should look like one.</summary>
    public static string Encode(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>The nodes without pictures; blocks among them are parted by line breaks.</summary>
    public string Of(IEnumerable<INode> nodes)
    {
        var html = new StringBuilder();
        foreach (var node in nodes)
        {
            Write(node, html);
        }

        var text = html.ToString();
        while (text.StartsWith("<br>", StringComparison.Ordinal))
        {
            text = text["<br>".Length..].TrimStart();
        }

        while (text.EndsWith("<br>", StringComparison.Ordinal))
        {
            text = text[..^"<br>".Length].TrimEnd();
        }

        return text.Trim();
    }

    private void Write(INode node, StringBuilder html)
    {
        switch (node)
        {
            case IText text:
                html.Append(Encode(Collapse(text.Data)));
                break;
            case IElement { LocalName: "br" }:
                html.Append("<br>");
                break;
            case IElement { LocalName: "a" } link when targets.Address(link.GetAttribute("href") ?? "") is { } address:
                html.Append("<a href=\"").Append(Encode(address)).Append("\">").Append(Of(link.ChildNodes)).Append("</a>");
                break;
            case IElement { LocalName: "img" or "script" or "style" }:
                break;
            case IElement element when Tags.TryGetValue(element.LocalName, out var tag):
                html.Append(element.TextContent.Trim().Length > 0 ? $"<{tag}>{Of(element.ChildNodes)}</{tag}>" : "");
                break;
            case IElement element:
                var block = HtmlKinds.IsBlock(element) && html.Length > 0;
                html.Append(block ? "<br>" : "").Append(Of(element.ChildNodes));
                break;
        }
    }

    private static string Collapse(string text)
    {
        var words = text.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join(' ', words);
        return text.Length == 0 ? "" : joined.Length == 0 ? " " : (IsSpace(text[0]) ? " " : "") + joined + (IsSpace(text[^1]) ? " " : "");
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
