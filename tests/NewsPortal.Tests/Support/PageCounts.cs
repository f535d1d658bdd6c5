using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace NewsPortal.Tests.Support;

/// <summary>What one newsroom's store of pages counts, from now on.</summary>
public sealed class PageCounts : IDisposable
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public PageCounts(Newsroom newsroom)
    {
        var meters = newsroom.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter is { Name: "NewsPortal.PageCache", Scope: var scope } && scope == meters)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, number, _, _) => counts.AddOrUpdate(instrument.Name, number, (_, before) => before + number));
        listener.Start();
    }

    public long Hits => Of("hits");

    public long Renders => Of("renders");

    public long Evictions => Of("evictions");

    public void Dispose() => listener.Dispose();

    private long Of(string name) => counts.GetValueOrDefault(name);
}
