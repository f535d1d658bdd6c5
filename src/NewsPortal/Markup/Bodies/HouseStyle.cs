using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPortal.Markup.Bodies;

/// <summary>Makes safe HTML also the paper's: headings in order, tables that scroll and say what they are, links that give nothing away.</summary>
internal static partial class HouseStyle
{
    public static void Apply(IElement body, BodyParts parts)
    {
        Unwrap(body, "a:not([href])");
        RemoveEmpty(body);
        Unwrap(body, "details:not(:has(> summary))");
        WrapLooseText(body);
        Headings.Apply(body);
        Tables.Apply(body, parts);
        var ids = body.QuerySelectorAll("[id]").Select(e => e.Id).ToHashSet();
        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            FinishLink(link, ids);
        }

        Direction.Apply(body);
        foreach (var text in body.Descendants<IText>().Where(t => t.Data.Contains(" \n", StringComparison.Ordinal) && t.ParentElement?.Closest("pre") is null))
        {
            text.Data = SpacesAtLineEnd().Replace(text.Data, "\n");
        }
    }

    private static void RemoveEmpty(IElement body)
    {
        // Inner ones first: what held only them is empty then.
        foreach (var element in body.QuerySelectorAll("p,h2,h3,h4,em,strong,del,a,sub,sup,blockquote,figure,figcaption,aside,ul,ol,dl,summary,caption").Reverse())
        {
            if (string.IsNullOrWhiteSpace(element.TextContent) && !element.HasAttribute("id") && element.QuerySelector("figure,table,hr,li") is null)
            {
                element.Remove();
            }
        }
    }

    /// <summary>What stood in a tag that was passed over is a paragraph like the others.</summary>
    private static void WrapLooseText(IElement body)
    {
        IElement? paragraph = null;
        foreach (var node in body.ChildNodes.ToList())
        {
            if (node is IElement { LocalName: var name } && !TagRules.Inline.Contains(name) && name != "br")
            {
                paragraph = null;
            }
            else if (paragraph is not null)
            {
                paragraph.Append(node);
            }
            else if (!string.IsNullOrWhiteSpace(node.TextContent))
            {
                paragraph = body.Owner!.CreateElement("p");
                body.ReplaceChild(paragraph, node);
                paragraph.Append(node);
            }
        }
    }

    private static void FinishLink(IElement link, HashSet<string?> ids)
    {
        var href = link.GetAttribute("href")!;
        if (href.StartsWith("#fn", StringComparison.Ordinal) && !ids.Contains(href[1..]))
        {
            link.Replace([.. link.ChildNodes]);
        }
        else if (href.StartsWith("http", StringComparison.OrdinalIgnoreCase) || href.StartsWith("//", StringComparison.Ordinal))
        {
            link.SetAttribute("rel", "noopener");
        }
    }

    private static void Unwrap(IElement body, string selector)
    {
        foreach (var element in body.QuerySelectorAll(selector).Reverse())
        {
            element.Replace([.. element.ChildNodes]);
        }
    }

    [GeneratedRegex(@"[ \t]+\n")]
    private static partial Regex SpacesAtLineEnd();
}
