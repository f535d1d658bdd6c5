using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>
/// Text written without paragraph tags, as WordPress's classic editor stored it: a blank line ends a paragraph, a line end
/// is a line break. Also splits where two <c>&lt;br&gt;</c> stand for a paragraph's end.
/// </summary>
public static partial class ClassicParagraphs
{
    /// <summary>Puts paragraphs and line breaks where the text means them, throughout <paramref name="root"/>.</summary>
    /// <param name="root">Changed in place.</param>
    /// <param name="lineBreaks">Whether a line end in the source is a line break and a blank line a paragraph's end.</param>
    public static void Apply(IElement root, bool lineBreaks)
    {
        foreach (var container in root.QuerySelectorAll("*").Prepend(root).Where(HtmlKinds.HoldsParagraphs).ToList())
        {
            Divide(container, lineBreaks);
        }
    }

    [GeneratedRegex(@"[^\S\n]*\n[^\S\n]*(?:\n\s*)+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    private static void Divide(IElement container, bool lineBreaks)
    {
        var run = new List<INode>();
        foreach (var child in container.ChildNodes.ToList())
        {
            if (HtmlKinds.IsBlock(child))
            {
                Replace(container, run, lineBreaks);
            }
            else if (child is not IComment)
            {
                run.Add(child);
            }
        }

        Replace(container, run, lineBreaks);
    }

    private static void Replace(IElement container, List<INode> run, bool lineBreaks)
    {
        var segments = Split(run, lineBreaks).Select(Trim).Where(segment => segment.Any(HasSomething)).ToList();
        // One paragraph that fills its container already is one.
        var asIs = segments.Count <= 1 && (HtmlKinds.IsParagraphItself(container));
        if (run.Count > 0)
        {
            var marker = run[^1].NextSibling;
            run.ForEach(node => container.RemoveChild(node));
            foreach (var segment in segments)
            {
                var home = asIs ? container : Paragraph(container);
                segment.ForEach(node => home.InsertBefore(node, asIs ? marker : null));
                BreakLines(segment, lineBreaks);
                if (!asIs)
                {
                    container.InsertBefore(home, marker);
                }
            }
        }

        run.Clear();
    }

    private static IElement Paragraph(IElement container)
    {
        // Paragraphs of a paragraph: the outer one becomes a mere group.
        var paragraph = container.Owner!.CreateElement("p");
        foreach (var name in new[] { "dir", "lang" })
        {
            if (container.LocalName == "p" && container.GetAttribute(name) is { } value)
            {
                paragraph.SetAttribute(name, value);
            }
        }

        return paragraph;
    }

    /// <summary>The nodes' segments between paragraph ends. An inline element that spans an end is continued in the next.</summary>
    private static List<List<INode>> Split(IEnumerable<INode> nodes, bool lineBreaks)
    {
        var segments = new List<List<INode>> { new() };
        var breaks = 0;
        foreach (var node in nodes)
        {
            breaks = node is IElement { LocalName: "br" } ? breaks + 1 : node is IText blank && string.IsNullOrWhiteSpace(blank.Data) ? breaks : 0;
            if (breaks > 1)
            {
                segments.Add([]);
                continue;
            }

            var parts = PartsOf(node, lineBreaks);
            segments[^1].Add(parts[0]);
            segments.AddRange(parts.Skip(1).Select(part => new List<INode> { part }));
        }

        return segments;
    }

    private static List<INode> PartsOf(INode node, bool lineBreaks)
    {
        if (node is IText text)
        {
            var pieces = lineBreaks ? BlankLine().Split(text.Data) : [text.Data];
            return pieces.Length == 1 ? [node] : [.. pieces.Select(piece => node.Owner!.CreateTextNode(piece))];
        }

        if (node is not IElement { HasChildNodes: true } element || HtmlKinds.KeepsSpaces(element))
        {
            return [node];
        }

        var inner = Split(element.ChildNodes, lineBreaks);
        return inner.Count == 1 ? [node] : [.. inner.Select(part => Continue(element, part))];
    }

    private static INode Continue(IElement element, List<INode> part)
    {
        var clone = element.Clone(deep: false);
        part.ForEach(node => clone.AppendChild(node));
        return clone;
    }

    /// <summary>Spaces and breaks at a paragraph's edges were only there to set it off.</summary>
    private static List<INode> Trim(List<INode> segment)
    {
        static bool IsIdle(INode node) => node is IElement { LocalName: "br" } || (node is IText text && string.IsNullOrWhiteSpace(text.Data));
        var trimmed = segment.SkipWhile(IsIdle).Reverse().SkipWhile(IsIdle).Reverse().ToList();
        if (trimmed is [IText first, ..])
        {
            first.Data = first.Data.TrimStart('\n', '\r', ' ', '\t');
        }

        if (trimmed is [.., IText last])
        {
            last.Data = last.Data.TrimEnd('\n', '\r', ' ', '\t');
        }

        return trimmed;
    }

    private static bool HasSomething(INode node) => node switch
    {
        IText text => !string.IsNullOrWhiteSpace(text.Data),
        IElement { LocalName: "br" } => false,
        IElement element => !string.IsNullOrWhiteSpace(element.TextContent) || element.LocalName != "span" || element.HasChildNodes,
        _ => false,
    };

    private static void BreakLines(List<INode> segment, bool lineBreaks)
    {
        if (!lineBreaks)
        {
            return;
        }

        foreach (var text in segment.SelectMany(node => node.GetDescendantsAndSelf()).OfType<IText>().ToList())
        {
            if (text.Data.Contains('\n', StringComparison.Ordinal) && !text.Ancestors<IElement>().Any(HtmlKinds.KeepsSpaces))
            {
                BreakLines(text);
            }
        }
    }

    private static void BreakLines(IText text)
    {
        var lines = text.Data.Split('\n');
        var parent = text.Parent!;
        var broken = text.PreviousSibling is IElement { LocalName: "br" };
        for (var i = 0; i < lines.Length; i++)
        {
            var blank = string.IsNullOrWhiteSpace(lines[i]);
            parent.InsertBefore(text.Owner!.CreateTextNode(lines[i]), text);
            broken = broken && blank;
            // A line end beside a break that somebody wrote is how it was typed, not a second break.
            var breaksAfter = i == lines.Length - 2 && string.IsNullOrWhiteSpace(lines[^1]) && text.NextSibling is IElement { LocalName: "br" };
            if (i < lines.Length - 1 && !broken && !breaksAfter)
            {
                parent.InsertBefore(text.Owner!.CreateElement("br"), text);
                broken = true;
            }
        }

        parent.RemoveChild(text);
    }
}
