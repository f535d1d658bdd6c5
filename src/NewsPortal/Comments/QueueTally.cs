using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>Adds to the counters of the queues, each where it lies; one that is not there yet begins.</summary>
internal static class QueueTally
{
    public static async Task AddAsync(NewsDb db, IEnumerable<KeyValuePair<(int Section, CommentQueue Queue), int>> counts, CancellationToken cancel)
    {
        // In one order, so that two writers never wait for each other crosswise.
        foreach (var ((section, queue), by) in counts.OrderBy(pair => pair.Key))
        {
            var moved = await db.QueueCounts.Where(c => c.SectionId == section && c.Queue == queue)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count + by), cancel);
            if (moved == 0)
            {
                db.Add(new QueueCount { SectionId = section, Queue = queue, Count = by });
            }
        }
    }
}

/// <summary>Adds to the counters by the hour.</summary>
internal static class ServiceTally
{
    public static async Task AddAsync(NewsDb db, IEnumerable<KeyValuePair<(DateTime Hour, int Section, ServiceMeasure Measure), int>> counts, CancellationToken cancel)
    {
        foreach (var ((hour, section, measure), by) in counts.OrderBy(pair => pair.Key))
        {
            var moved = await db.ServiceHours.Where(h => h.HourUtc == hour && h.SectionId == section && h.Measure == measure)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.Count, h => h.Count + by), cancel);
            if (moved == 0)
            {
                db.Add(new ServiceHour { HourUtc = hour, SectionId = section, Measure = measure, Count = by });
            }
        }
    }
}
