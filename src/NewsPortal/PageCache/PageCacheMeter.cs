using System.Diagnostics.Metrics;

namespace NewsPortal.PageCache;

/// <summary>What an operator watches: meter <c>NewsPortal.PageCache</c>.</summary>
internal sealed class PageCacheMeter
{
    public const string Name = "NewsPortal.PageCache";

    private readonly Counter<long> hits;
    private readonly Counter<long> renders;
    private readonly Counter<long> failures;
    private readonly Counter<long> evictions;

    public PageCacheMeter(IMeterFactory meters, PageStore store)
    {
        var meter = meters.Create(Name);
        hits = meter.CreateCounter<long>("hits", "{answer}", "Answers out of memory");
        renders = meter.CreateCounter<long>("renders", "{page}", "Pages made");
        failures = meter.CreateCounter<long>("failures", "{page}", "Pages that could not be made");
        evictions = meter.CreateCounter<long>("evictions", "{page}", "Pages that a change made old");
        meter.CreateObservableGauge("bytes", () => store.Bytes, "By", "Memory that stored pages take");
        meter.CreateObservableGauge("pages", () => store.Count, "{page}", "Stored pages");
    }

    public void Hit() => hits.Add(1);

    public void Rendered() => renders.Add(1);

    public void Failed() => failures.Add(1);

    public void Evicted(int pages) => evictions.Add(pages);
}
