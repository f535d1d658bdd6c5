using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsPortal.Markup.Bodies;

/// <summary>Markdig aligns columns by inline style, which the page's policy refuses: figures get a class instead.</summary>
internal sealed class TableWriter(BodyParts parts) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        renderer.EnsureLine();
        renderer.WriteLine("<table>");
        WriteGroup(renderer, table, "thead", rows.TakeWhile(r => r.IsHeader));
        WriteGroup(renderer, table, "tbody", rows.SkipWhile(r => r.IsHeader));
        renderer.WriteLine("</table>");
    }

    private void WriteGroup(HtmlRenderer renderer, Table table, string name, IEnumerable<TableRow> rows)
    {
        var open = false;
        foreach (var row in rows)
        {
            renderer.WriteLine(open ? "<tr>" : $"<{name}><tr>");
            open = true;
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(renderer, table, row, i);
            }

            renderer.WriteLine("</tr>");
        }

        if (open)
        {
            renderer.WriteLine($"</{name}>");
        }
    }

    private void WriteCell(HtmlRenderer renderer, Table table, TableRow row, int index)
    {
        var cell = (TableCell)row[index];
        var tag = row.IsHeader ? "th" : "td";
        renderer.Write($"<{tag}{Span("colspan", cell.ColumnSpan)}{Span("rowspan", cell.RowSpan)}");
        if (IsNumeric(table, cell.ColumnIndex >= 0 ? cell.ColumnIndex : index))
        {
            renderer.Write($" class=\"num\"{parts.MarkAttribute}");
        }

        renderer.Write('>');
        var implicitBefore = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.Write(cell);
        renderer.ImplicitParagraph = implicitBefore;
        renderer.WriteLine($"</{tag}>");
    }

    private static string Span(string name, int cells) => cells > 1 ? FormattableString.Invariant($" {name}=\"{cells}\"") : "";

    private static bool IsNumeric(Table table, int column)
        => column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;
}
