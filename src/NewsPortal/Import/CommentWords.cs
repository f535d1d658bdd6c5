using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Import;

/// <summary>
/// A reader's comment from HTML to what readers type here: paragraphs, emphasis, quotes and links. Lists, tables and
/// headings become lines of words.
/// </summary>
public static class CommentWords
{
    private static readonly BodyTargets Targets = new((_, _) => null, SafeAddress, _ => { }) { WordsOnly = true };

    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        HtmlDepth.Limit(body);
        ClassicParagraphs.Apply(body, lineBreaks: true);
        return string.Join("\n\n", Blocks(body.ChildNodes).Where(block => block.Length > 0));
    }

    private static string? SafeAddress(string address)
        => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static List<string> Blocks(IEnumerable<INode> nodes)
    {
        var blocks = new List<string>();
        var run = new List<INode>();
        foreach (var node in nodes)
        {
            if (HtmlKinds.IsBlock(node))
            {
                blocks.Add(Line(run));
                run.Clear();
                blocks.AddRange(Block((IElement)node));
            }
            else
            {
                run.Add(node);
            }
        }

        blocks.Add(Line(run));
        return blocks;
    }

    private static List<string> Block(IElement element) => element.LocalName switch
    {
        "blockquote" => ["> " + string.Join("\n>\n> ", Blocks(element.ChildNodes).Where(block => block.Length > 0)
            .Select(block => block.Replace("\n", "\n> ", StringComparison.Ordinal)))],
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => [Line([Strong(element)])],
        "ul" or "ol" => [string.Join('\n', Items(element))],
        "table" => [string.Join('\n', element.QuerySelectorAll("tr").Select(row => string.Join(" · ", row.Children.Select(cell => Line(cell.ChildNodes)).Where(cell => cell.Length > 0))))],
        "pre" or "code" => [string.Join('\n', element.TextContent.Trim('\n').Split('\n').Select(line => MarkdownText.Escape(line.TrimEnd())))],
        _ => Blocks(element.ChildNodes),
    };

    private static IElement Strong(IElement heading)
    {
        var strong = heading.Owner!.CreateElement("strong");
        strong.Append([.. heading.ChildNodes]);
        return strong;
    }

    private static IEnumerable<string> Items(IElement list)
        => list.Children.SelectMany(item => Blocks(item.ChildNodes).Where(block => block.Length > 0).Select((block, at) => at == 0 ? $"– {block}" : block));

    private static string Line(IReadOnlyCollection<INode> nodes) => Line((IEnumerable<INode>)nodes);

    private static string Line(IEnumerable<INode> nodes)
    {
        var inline = new MarkdownInline(Targets).Add(nodes);
        var pictures = inline.Pictures.Select(image => SafeAddress(image.GetAttribute("src") ?? "")).OfType<string>()
            .Select(address => $"<{address}>");
        return string.Join('\n', pictures.Prepend(inline.ToMarkdown()).Where(part => part.Length > 0));
    }
}
