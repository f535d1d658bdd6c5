using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>What comes next after a place in the feed.</summary>
/// <param name="IsLost">What came next is deleted already.</param>
/// <param name="Last">The place after it.</param>
internal sealed record CursorBatch(IReadOnlyList<Change> Changes, bool IsLost, long Last)
{
    /// <summary>
    /// How long a missing number is waited for: longer than a write can take. Unlike the tail, which passes late changes on
    /// late, a cursor is one number, and whatever it stepped over would be lost.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public bool IsEmpty => Changes.Count == 0 && !IsLost;

    public static async Task<CursorBatch> ReadAsync(NewsDb db, long after, DateTime now, CancellationToken cancel)
    {
        var changes = db.Changes.AsNoTracking().TagWith(TailQueries.Tag);
        var next = await changes.Where(c => c.Seq > after).OrderBy(c => c.Seq).Take(TailQueries.Batch).ToListAsync(cancel);
        if (next is [var first, ..] && first.Seq > after + 1 && !await changes.AnyAsync(c => c.Seq <= after, cancel))
        {
            var settled = now - Patience;
            return new([], true, await changes.Where(c => c.AtUtc <= settled).MaxAsync(c => (long?)c.Seq, cancel) ?? (first.Seq - 1));
        }

        var sure = Sure(next, after, now).ToList();
        return new(sure, false, sure is [.., var last] ? last.Seq : after);
    }

    private static IEnumerable<Change> Sure(IEnumerable<Change> next, long after, DateTime now)
    {
        foreach (var change in next)
        {
            if (change.Seq > after + 1 && now - change.AtUtc < Patience)
            {
                yield break;
            }

            after = change.Seq;
            yield return change;
        }
    }
}
