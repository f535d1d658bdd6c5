using AngleSharp.Dom;

namespace NewsPortal.Markup.Bodies;

internal static class Tables
{
    public static void Apply(IElement body, BodyParts parts)
    {
        foreach (var table in body.QuerySelectorAll("table").ToList())
        {
            if (table.QuerySelector("td,th") is null)
            {
                table.Remove();
                continue;
            }

            RemoveEmptyHead(table);
            NameHeaders(table);
            PutInBox(table, parts);
        }
    }

    /// <summary>Markdown has no table without a head; a writer leaves it empty.</summary>
    private static void RemoveEmptyHead(IElement table)
    {
        if (table.QuerySelector("thead") is { } head && string.IsNullOrWhiteSpace(head.TextContent) && table.QuerySelector("tbody td") is not null)
        {
            head.Remove();
        }
    }

    private static void NameHeaders(IElement table)
    {
        foreach (var header in table.QuerySelectorAll("th").ToList())
        {
            if (string.IsNullOrWhiteSpace(header.TextContent))
            {
                // A header that says nothing is an ordinary cell to who listens.
                header.Replace(header.Owner!.CreateElement("td"));
            }
            else if (!header.HasAttribute("scope"))
            {
                header.SetAttribute("scope", header.Closest("thead") is not null || IsInFirstRow(header) ? "col" : "row");
            }
        }
    }

    private static bool IsInFirstRow(IElement header) => header.Closest("tr") is { PreviousElementSibling: null } row
        && header.Closest("table")!.QuerySelector("tr") == row && row.QuerySelector("td") is null;

    /// <summary>A wide table scrolls in its box, which takes the focus so that keys can scroll it.</summary>
    private static void PutInBox(IElement table, BodyParts parts)
    {
        var box = table.Owner!.CreateElement("section");
        var caption = table.QuerySelector("caption")?.TextContent.Trim();
        box.SetAttribute("class", "tablebox");
        box.SetAttribute("tabindex", "0");
        box.SetAttribute("aria-label", parts.Label(string.IsNullOrEmpty(caption) ? parts.Sources.Words.Table : caption));
        table.Replace(box);
        box.Append(table);
    }
}
