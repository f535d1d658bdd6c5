using AngleSharp.Dom;

namespace NewsPortal.Markup.Bodies;

/// <summary>Makes safe HTML also the paper's: headings in order, tables that scroll and say what they are, links that give nothing away.</summary>
internal static class HouseStyle
{
    public static void Apply(IElement body, BodyParts parts)
    {
        Unwrap(body, "a:not([href])");
        RemoveEmpty(body);
        Unwrap(body, "details:not(:has(> summary))");
        Headings.Apply(body);
        Tables.Apply(body, parts);
        var ids = body.QuerySelectorAll("[id]").Select(e => e.Id).ToHashSet();
        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            FinishLink(link, ids);
        }

        Direction.Apply(body);
    }

    private static void RemoveEmpty(IElement body)
    {
        // Inner ones first: what held only them is empty then.
        foreach (var element in body.QuerySelectorAll("p,h2,h3,h4,em,strong,del,a,sub,sup,blockquote,figure,figcaption,aside,ul,ol,dl,summary,caption").Reverse())
        {
            if (string.IsNullOrWhiteSpace(element.TextContent) && element.Id is null && element.QuerySelector("figure,table,hr,li") is null)
            {
                element.Remove();
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
}
