using System.Text;

namespace NewsPortal.Admin.Audit;

/// <summary>
/// Comma-separated values (RFC 4180) that a spreadsheet shows and does not run: a cell that it would take for a formula
/// begins with an apostrophe. The mark at the beginning tells old spreadsheets that it is UTF-8.
/// </summary>
public sealed class CsvWriter(Stream body) : IAsyncDisposable
{
    private readonly StreamWriter text = new(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public async Task WriteAsync(IEnumerable<string> cells, CancellationToken cancel)
        => await text.WriteLineAsync(string.Join(',', cells.Select(Cell)).AsMemory(), cancel);

    public ValueTask DisposeAsync() => text.DisposeAsync();

    public static string Cell(string value)
    {
        var harmless = value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + value : value;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
