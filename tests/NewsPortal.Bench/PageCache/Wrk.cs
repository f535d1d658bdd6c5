using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench.PageCache;

/// <summary>wrk, pinned to a processor of its own: it asks faster than any server here answers.</summary>
internal static partial class Wrk
{
    public const int ServerCore = 0;
    private const int Core = 1;

    public static Load.Round Ask(Load load, int connections, TimeSpan time)
    {
        var processor = load.Server.Processor;
        var said = RunAsync(load, connections, time).GetAwaiter().GetResult();
        var used = load.Server.Processor - processor;
        var counted = Counted().Match(said);
        if (!counted.Success || Wrong().IsMatch(said))
        {
            throw new InvalidOperationException(said);
        }

        var answers = double.Parse(counted.Groups["answers"].Value, CultureInfo.InvariantCulture);
        var perSecond = double.Parse(counted.Groups["perSecond"].Value, CultureInfo.InvariantCulture);
        return new Load.Round(1_000_000 / perSecond, used.TotalMicroseconds / answers);
    }

    private static Task<string> RunAsync(Load load, int connections, TimeSpan time)
    {
        string[] arguments =
        [
            "--threads", "1", "--timeout", "60s", "--connections", $"{connections}", "--duration", $"{(int)time.TotalSeconds}s",
            "--header", $"Accept-Encoding: {load.Encoding}", $"http://{load.Server.Address}{load.Path}",
        ];
        return Child.AskAsync("wrk", new Surroundings(Core), arguments);
    }

    [GeneratedRegex(@"(?<answers>\d+) requests in [\s\S]*Requests/sec:\s+(?<perSecond>[\d.]+)")]
    private static partial Regex Counted();

    [GeneratedRegex("Non-2xx|Socket errors")]
    private static partial Regex Wrong();
}
