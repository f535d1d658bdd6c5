using System.Diagnostics;

namespace NewsPortal.Bench;

/// <summary>One address of a running process, asked for as fast as it answers.</summary>
internal sealed record Load(Child Server, string Path, string? Encoding = null)
{
    /// <summary>What one round showed, per answer.</summary>
    public readonly record struct Round(double Microseconds, double ProcessorMicroseconds);

    public delegate Round Asking(Load load, int connections, TimeSpan time);

    /// <param name="Ask">The tool that asks.</param>
    public sealed record Plan(int Connections, int Rounds, TimeSpan RoundTime, Asking Ask);

    private const int LongestWarming = 30;
    private const int EnoughWithoutGain = 5;
    private const double Gain = 0.95;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Both warm, then rounds of A B A B: what else the machine does falls on both. The processor time is the server's
    /// own, which others disturb least.
    /// </summary>
    public static (List<Round> Ours, List<Round> Baseline) Compare(Load ours, Load baseline, int connections, int rounds = 9)
        => Compare(ours, baseline, new Plan(connections, rounds, RoundTime, static (load, connections, time) => load.Ask(connections, time)));

    public static (List<Round> Ours, List<Round> Baseline) Compare(Load ours, Load baseline, Plan plan)
    {
        ours.Warm(plan);
        baseline.Warm(plan);
        var (a, b) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            a.Add(plan.Ask(ours, plan.Connections, plan.RoundTime));
            b.Add(plan.Ask(baseline, plan.Connections, plan.RoundTime));
        }

        return (a, b);
    }

    public static void Print(string what, (List<Round> Ours, List<Round> Baseline) rounds, double? bar = null)
    {
        new Figure($"{what}: time, us", Each(rounds.Ours, r => r.Microseconds), Each(rounds.Baseline, r => r.Microseconds), bar).Print();
        new Figure($"{what}: processor, us", Each(rounds.Ours, r => r.ProcessorMicroseconds), Each(rounds.Baseline, r => r.ProcessorMicroseconds)).Print();
    }

    // The runtime compiles hot code anew behind the requests, for as long as a minute on a busy machine; until it is
    // done that work would be counted as the page's.
    private void Warm(Plan plan)
    {
        var best = double.MaxValue;
        for (var (round, same) = (0, 0); round < LongestWarming && same < EnoughWithoutGain; round++)
        {
            var now = plan.Ask(this, plan.Connections, plan.RoundTime).ProcessorMicroseconds;
            same = now < best * Gain ? 0 : same + 1;
            best = Math.Min(best, now);
        }
    }

    private Round Ask(int connections, TimeSpan time)
    {
        var answers = 0;
        var processor = Server.Processor;
        var clock = Stopwatch.StartNew();
        var readers = Enumerable.Range(0, connections).Select(_ => new Thread(() => Interlocked.Add(ref answers, AskOne(clock, time)))).ToList();
        readers.ForEach(reader => reader.Start());
        readers.ForEach(reader => reader.Join());
        var elapsed = clock.Elapsed;
        return new Round(elapsed.TotalMicroseconds / answers, (Server.Processor - processor).TotalMicroseconds / answers);
    }

    private int AskOne(Stopwatch clock, TimeSpan time)
    {
        using var reader = Reader.Connect(Server.Address);
        var request = Reader.Request(Path, Encoding);
        var answers = 0;
        while (clock.Elapsed < time)
        {
            reader.Get(request);
            answers++;
        }

        return answers;
    }

    private static List<double> Each(List<Round> rounds, Func<Round, double> value) => [.. rounds.Select(value)];
}
