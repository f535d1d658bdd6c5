using System.Globalization;
using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>
/// Tables: of pipes where the table is a heading row over plain rows, else in HTML, because pipes know neither spans nor
/// row headings nor a table without a heading row.
/// </summary>
internal sealed class MarkdownTable(BodyTargets targets)
{
    private static readonly string[] SpanNames = ["colspan", "rowspan"];

    private readonly PlainHtml html = new(targets);

    public string Of(IElement table, string? caption)
    {
        caption ??= table.Children.FirstOrDefault(child => child.LocalName == "caption")?.TextContent.Trim();
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table && row.Children.Any(IsCell)).ToList();
        if (rows.Count == 0)
        {
            return "";
        }

        return string.IsNullOrEmpty(caption) && FitsPipes(rows) ? Pipes(rows) : Html(rows, caption);
    }

    private static bool IsCell(IElement cell) => cell.LocalName is "td" or "th";

    private static int Span(IElement cell, string name)
        => int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= 50 ? span : 1;

    private static bool FitsPipes(List<IElement> rows)
    {
        var width = rows[0].Children.Count(IsCell);
        return rows.Count > 1
            && rows[0].Children.Where(IsCell).All(cell => cell.LocalName == "th" && cell.TextContent.Trim().Length > 0)
            && rows.Skip(1).All(row => row.Children.Where(IsCell).All(cell => cell.LocalName == "td"))
            && rows.TrueForAll(row => row.Children.Count(IsCell) == width && row.Children.Where(IsCell).All(IsPlain));
    }

    private static bool IsPlain(IElement cell)
        => Span(cell, "colspan") == 1 && Span(cell, "rowspan") == 1
            && !cell.ChildNodes.Any(HtmlKinds.IsBlock)
            && !cell.QuerySelectorAll("code, kbd, samp, tt, var").Any(code => code.TextContent.Contains('|', StringComparison.Ordinal));

    private string Pipes(List<IElement> rows)
    {
        var lines = rows.ConvertAll(row => $"| {string.Join(" | ", row.Children.Where(IsCell).Select(Cell))} |");
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", rows[0].Children.Count(IsCell))));
        return string.Join('\n', lines);
    }

    private string Cell(IElement cell)
        => new MarkdownInline(targets).Add(cell.ChildNodes).ToMarkdown().Replace("\\\n", "<br>", StringComparison.Ordinal);

    private string Html(List<IElement> rows, string? caption)
    {
        var lines = new List<string> { "<table>" };
        if (!string.IsNullOrEmpty(caption))
        {
            lines.Add($"<caption>{PlainHtml.Encode(caption)}</caption>");
        }

        foreach (var group in rows.GroupBy(row => row.ParentElement is { LocalName: "thead" or "tfoot" } part ? part.LocalName : "tbody"))
        {
            lines.Add($"<{group.Key}>");
            lines.AddRange(group.Select(Row));
            lines.Add($"</{group.Key}>");
        }

        lines.Add("</table>");
        return string.Join('\n', lines);
    }

    private string Row(IElement row) => $"<tr>{string.Concat(row.Children.Where(IsCell).Select(HtmlCell))}</tr>";

    private string HtmlCell(IElement cell)
    {
        var spans = string.Concat(SpanNames
            .Where(name => Span(cell, name) > 1)
            .Select(name => string.Create(CultureInfo.InvariantCulture, $" {name}=\"{Span(cell, name)}\"")));
        return $"<{cell.LocalName}{spans}>{html.Of(cell.ChildNodes)}</{cell.LocalName}>";
    }
}
