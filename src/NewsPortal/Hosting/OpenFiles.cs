using System.Globalization;

namespace NewsPortal.Hosting;

/// <summary>How many files, connections among them, the system lets this process hold at once.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Row = "Max open files";

    /// <returns>Null where there is no limit, or none is told.</returns>
    public static int? Most() => File.Exists(Limits) ? Read(File.ReadLines(Limits)) : null;

    /// <param name="lines">As Linux writes them: proc_pid_limits(5).</param>
    public static int? Read(IEnumerable<string> lines)
        => lines.FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) is { } line
            && line[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
            && int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;
}
