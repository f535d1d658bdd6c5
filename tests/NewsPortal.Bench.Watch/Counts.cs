namespace NewsPortal.Bench.Watch;

/// <summary>What was seen in the watched process since it started. The benches read it as JSON.</summary>
public sealed record Counts
{
    /// <summary>Names the Unix socket that is answered with them.</summary>
    public const string AddressVariable = "NEWSPORTAL_BENCH_WATCH";

    public long Statements { get; init; }

    /// <summary>When a transaction that told a change was committed last, in ticks of the machine's monotonic clock.</summary>
    public long Told { get; init; }

    /// <summary>Of the meter <c>NewsPortal.PageCache</c>, by the names of its instruments: counters' sums, gauges' newest values.</summary>
    public Dictionary<string, long> PageCache { get; init; } = [];
}
