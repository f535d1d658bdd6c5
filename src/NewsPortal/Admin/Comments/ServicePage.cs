using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>How the desk keeps up, from counters by the hour. No comment and no decision is counted here.</summary>
public sealed record ServicePage(IReadOnlyList<HourOfService> Hours, DateTime Now)
{
    public const int Length = 24;

    public int Waiting { get; init; }

    public DateTime? OldestUtc { get; init; }

    /// <summary>Half of the decisions came within this time.</summary>
    public TimeSpan? Median { get; init; }

    public int Arrived => Hours.Sum(hour => hour.Arrived);

    public int Decided => Hours.Sum(hour => hour.Decided);

    public ServiceChart Chart => ServiceChart.Of(Hours);

    public static async Task<ServicePage> ReadAsync(NewsDb db, QueueReader reader, QueueCounts counts, Staffer me, DateTime now, CancellationToken cancel)
    {
        var first = ServiceHour.Of(now).AddHours(1 - Length);
        var sections = me.SectionIds;
        var rows = await db.ServiceHours.AsNoTracking().Where(h => h.HourUtc >= first && (me.IsUnbound || sections.Contains(h.SectionId)))
            .GroupBy(h => new { h.HourUtc, h.Measure }).Select(group => new { group.Key.HourUtc, group.Key.Measure, Count = group.Sum(h => h.Count) }).ToListAsync(cancel);
        int Count(DateTime hour, bool arrived) => rows.Where(row => row.HourUtc == hour && row.Measure == ServiceMeasure.Arrived == arrived).Sum(row => row.Count);
        var decided = rows.Where(row => row.Measure != ServiceMeasure.Arrived).GroupBy(row => row.Measure).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        return new ServicePage([.. Enumerable.Range(0, Length).Select(at => first.AddHours(at)).Select(hour => new HourOfService(hour, Count(hour, true), Count(hour, false)))], now)
        {
            Waiting = (await counts.ReadAsync(me, cancel)).GetValueOrDefault(CommentQueue.Pending),
            OldestUtc = await reader.OldestAsync(CommentQueue.Pending, me, cancel),
            Median = ServiceHour.Median(decided),
        };
    }
}
