using System.Globalization;
using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>
/// HTML from elsewhere as the Markdown that stories are written in. The words stay exactly as they read; layout (columns,
/// colours, alignment) goes. Headings are renumbered to a regular outline, because the page's own headline is the first.
/// </summary>
public sealed partial class HtmlToMarkdown
{
    private readonly BodyTargets targets;
    private readonly Dictionary<IElement, int> levels;
    private readonly MarkdownTable tables;
    private readonly PlainHtml html;

    private HtmlToMarkdown(IElement root, BodyTargets targets)
    {
        this.targets = targets;
        levels = Outline.Of(root);
        tables = new MarkdownTable(targets);
        html = new PlainHtml(targets);
    }

    /// <param name="root">Parsed HTML, not deeper than <see cref="HtmlDepth.Most"/>.</param>
    /// <param name="targets">What its pictures and links become.</param>
    public static string Convert(IElement root, BodyTargets targets)
        => Join(new HtmlToMarkdown(root, targets).Blocks(root.ChildNodes)).Trim('\n');

    private static string Join(List<string> blocks)
    {
        var joined = new List<string>();
        foreach (var block in blocks.Where(block => block.Length > 0))
        {
            // Two lists in a row would be read as one: the second takes the other kind of mark.
            joined.Add(joined.Count > 0 ? MarkdownList.Apart(joined[^1], block) : block);
        }

        return string.Join("\n\n", joined);
    }

    private static string Indent(string text, string first, string others)
        => first + text.Replace("\n", "\n" + others, StringComparison.Ordinal).Replace("\n" + others + "\n", "\n" + others.TrimEnd() + "\n", StringComparison.Ordinal);

    private List<string> Blocks(IEnumerable<INode> nodes)
    {
        var blocks = new List<string>();
        var run = new List<INode>();
        foreach (var node in nodes)
        {
            if (HtmlKinds.IsBlock(node))
            {
                blocks.AddRange(Paragraph(run));
                run.Clear();
                blocks.AddRange(Block((IElement)node));
            }
            else
            {
                run.Add(node);
            }
        }

        blocks.AddRange(Paragraph(run));
        return blocks;
    }

    private List<string> Paragraph(IReadOnlyCollection<INode> nodes)
    {
        var inline = new MarkdownInline(targets).Add(nodes);
        var blocks = Figures(inline.Pictures, null);
        blocks.Add(inline.ToMarkdown());
        return blocks;
    }

    private List<string> Block(IElement element) => element.LocalName switch
    {
        "p" or "div" or "section" or "article" or "td" or "li" or "address" => Group(element),
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Heading(element),
        "ul" or "ol" or "menu" or "dir" => List(element),
        "dl" => Definitions(element),
        "blockquote" => Quote(element),
        "pre" => Preformatted(element),
        "code" => [MarkdownText.Fence(element.TextContent.Trim('\n', '\r'), "")],
        "hr" => ["---"],
        "table" => Table(element, null),
        "figure" => Figure(element),
        "iframe" => Elsewhere(element.GetAttribute("src") ?? element.GetAttribute("data-src"), file: false),
        "audio" or "video" => Elsewhere(element.GetAttribute("src") ?? element.QuerySelector("source")?.GetAttribute("src"), file: true),
        _ => Blocks(element.ChildNodes),
    };

    private List<string> Group(IElement element)
    {
        var marks = Marks(element);
        if (marks.Length > 0 && element.LocalName == "p" && !element.ChildNodes.Any(HtmlKinds.IsBlock))
        {
            var words = html.Of(element.ChildNodes);
            return [.. Figures(element.QuerySelectorAll("img"), null), words.Length > 0 ? $"<p{marks}>{words}</p>" : ""];
        }

        foreach (var child in element.Children.Where(_ => marks.Length > 0))
        {
            Inherit(child, element, "dir");
            Inherit(child, element, "lang");
        }

        return Blocks(element.ChildNodes);
    }

    private static void Inherit(IElement child, IElement parent, string attribute)
    {
        if (parent.GetAttribute(attribute) is { } value && !child.HasAttribute(attribute))
        {
            child.SetAttribute(attribute, value);
        }
    }

    /// <summary>A direction or language other than that of the text around is kept.</summary>
    private string Marks(IElement element)
    {
        var direction = element.GetAttribute("dir")?.Trim() is "rtl" or "RTL" ? " dir=\"rtl\"" : "";
        var language = element.GetAttribute("lang")?.Trim() ?? "";
        var other = language.Length > 0 && targets.Language.Length > 0
            && !language.Split('-')[0].Equals(targets.Language.Split('-')[0], StringComparison.OrdinalIgnoreCase);
        return direction + (other ? $" lang=\"{PlainHtml.Encode(language)}\"" : "");
    }

    private List<string> Heading(IElement element)
    {
        var inline = new MarkdownInline(targets).Add(element.ChildNodes);
        var words = inline.ToMarkdown().Replace("\\\n", " ", StringComparison.Ordinal);
        var heading = words.Length == 0 ? "" : $"{new string('#', levels[element])} {WithoutClosing(words)}";
        return [heading, .. Figures(inline.Pictures, null)];
    }

    /// <summary>A hash at the end would be taken for the heading's closing, unless it is escaped already.</summary>
    private static string WithoutClosing(string words)
    {
        var before = words.TrimEnd('#');
        var escapes = before.Length - before.TrimEnd('\\').Length;
        return before.Length == words.Length || (escapes % 2 == 1 && before.Length == words.Length - 1) ? words : words[..^1] + "\\#";
    }

    private List<string> List(IElement element)
    {
        if (IsGallery(element))
        {
            return [.. element.Children.SelectMany(item => Blocks(item.ChildNodes))];
        }

        var ordered = element.LocalName == "ol";
        var number = int.TryParse(element.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<(string Text, bool Loose)>();
        foreach (var child in element.Children)
        {
            var blocks = (child.LocalName == "li" ? Blocks(child.ChildNodes) : Block(child)).Where(block => block.Length > 0).ToList();
            if (child.LocalName != "li" && items.Count > 0 && blocks.Count > 0)
            {
                items[^1] = MarkdownList.With(items[^1], Join(blocks));
            }
            else if (blocks.Count > 0)
            {
                items.Add(MarkdownList.Item(blocks, Join));
            }
        }

        var loose = items.Exists(item => item.Loose);
        var texts = items.Select((item, at) =>
        {
            var mark = ordered ? string.Create(CultureInfo.InvariantCulture, $"{number + at}. ") : "- ";
            return Indent(item.Text, mark, new string(' ', mark.Length));
        });
        return [string.Join(loose ? "\n\n" : "\n", texts)];
    }

    /// <summary>A list whose items are only pictures, as galleries were once written.</summary>
    private static bool IsGallery(IElement list) => list.Children.All(item => item.LocalName == "li"
        && item.QuerySelector("img") is not null
        && item.ChildNodes.All(child => child is IElement { LocalName: "figure" or "img" or "a" or "br" } || string.IsNullOrWhiteSpace(child.TextContent)));

    private List<string> Definitions(IElement element)
    {
        var parts = element.Children.SelectMany(child => child.LocalName == "div" ? child.Children.AsEnumerable() : [child])
            .Where(part => part.LocalName is "dt" or "dd").ToList();
        var lines = parts.Select(part => (part.LocalName, Words: html.Of(part.ChildNodes))).Where(part => part.Words.Length > 0)
            .Select(part => $"<{part.LocalName}>{part.Words}</{part.LocalName}>").ToList();
        var figures = Figures(element.QuerySelectorAll("img"), null);
        return lines.Count == 0 ? figures : [$"<dl>\n{string.Join('\n', lines)}\n</dl>", .. figures];
    }

    private List<string> Quote(IElement element)
    {
        var pull = element.ClassList.Contains("wp-block-pullquote") || element.ParentElement?.ClassList.Contains("wp-block-pullquote") == true;
        var cite = element.QuerySelectorAll("cite").LastOrDefault(named => EndsQuote(named, element));
        var speaker = cite is null ? "" : new MarkdownInline(targets).Add(cite.ChildNodes).ToMarkdown();
        cite?.Remove();
        var words = Join(Blocks(element.ChildNodes));
        if (words.Length == 0)
        {
            return speaker.Length == 0 ? [] : [speaker];
        }

        var text = speaker.Length == 0 ? words : pull ? $"{words}\n\n{speaker}" : $"{words}\n\n— {speaker}";
        return pull ? [$"::: pull\n{text}\n:::"] : [Indent(text, "> ", "> ")];
    }

    /// <summary>Whether it stands at the quote's end, alone in its line: then it is who said it and not a title in the text.</summary>
    private static bool EndsQuote(IElement cite, IElement quote)
    {
        if (cite.ParentElement != quote && cite.ParentElement?.ParentElement != quote)
        {
            return false;
        }

        var before = cite.PreviousSibling is IText gap && string.IsNullOrWhiteSpace(gap.Data) ? gap.PreviousSibling : cite.PreviousSibling;
        var alone = before is null or IElement { LocalName: "br" } || HtmlKinds.IsBlock(before);
        return alone && quote.TextContent.TrimEnd().EndsWith(cite.TextContent.Trim(), StringComparison.Ordinal);
    }

    private static List<string> Preformatted(IElement element)
    {
        foreach (var line in element.QuerySelectorAll("br").ToList())
        {
            line.Replace(element.Owner!.CreateTextNode("\n"));
        }

        var text = element.TextContent.ReplaceLineEndings("\n").Trim('\n').TrimEnd();
        if (text.Length == 0)
        {
            return [];
        }

        if (element.ClassList.Contains("wp-block-verse"))
        {
            return [MarkdownVerse.Of(text)];
        }

        var language = element.QuerySelector("code")?.ClassList.FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal));
        return [MarkdownText.Fence(text, language?["language-".Length..] ?? "")];
    }
}
