using System.Diagnostics.Metrics;

namespace NewsPortal.Changes.Streams;

/// <summary>What an operator watches: meter <c>NewsPortal.Changes</c>.</summary>
internal sealed class StreamMeter
{
    public const string Name = "NewsPortal.Changes";

    private readonly Counter<long> frames;
    private readonly Counter<long> dropped;
    private readonly Counter<long> refused;

    public StreamMeter(IMeterFactory meters, StreamSlots slots)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableGauge("streams", () => slots.Count, "{stream}", "Open streams");
        frames = meter.CreateCounter<long>("frames", "{write}", "Writes to a stream: changes, standing news, pings");
        dropped = meter.CreateCounter<long>("dropped", "{stream}", "Streams whose reader was too slow");
        refused = meter.CreateCounter<long>("refused", "{stream}", "Streams that were too many");
    }

    public void Sent() => frames.Add(1);

    public void Dropped() => dropped.Add(1);

    public void Refused() => refused.Add(1);
}
