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

            NameHeaders(table);
            PutInBox(table, parts);
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
        var box = table.Owner!.CreateElement("div");
        var caption = table.QuerySelector("caption")?.TextContent.Trim();
        box.SetAttribute("class", "tablebox");
        box.SetAttribute("tabindex", "0");
        box.SetAttribute("role", "region");
        box.SetAttribute("aria-label", parts.Label(string.IsNullOrEmpty(caption) ? parts.Sources.Words.Table : caption));
        table.Replace(box);
        box.Append(table);
    }
}
