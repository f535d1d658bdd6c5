using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>What the tail asks the feed. The tag tells its statements from those of pages.</summary>
internal sealed class TailQueries
{
    public const int Batch = 500;
    public const string Tag = "Change tail";

    private readonly Func<NewsDb, long, IAsyncEnumerable<Change>> from = EF.CompileAsyncQuery((NewsDb db, long first)
        => db.Changes.AsNoTracking().TagWith(Tag).Where(c => c.Seq >= first).OrderBy(c => c.Seq).Take(Batch));

    private readonly Func<NewsDb, long, long, IAsyncEnumerable<Change>> between = EF.CompileAsyncQuery((NewsDb db, long first, long last)
        => db.Changes.AsNoTracking().TagWith(Tag).Where(c => c.Seq >= first && c.Seq <= last).OrderBy(c => c.Seq).Take(Batch));

    /// <summary>In the order of their numbers, from <paramref name="first"/> itself on.</summary>
    public ValueTask<List<Change>> FromAsync(NewsDb db, long first, CancellationToken cancel) => from(db, first).ToListAsync(cancel);

    public async Task<List<Change>> InGapsAsync(NewsDb db, IReadOnlyList<Gap> gaps, CancellationToken cancel)
    {
        List<Change> found = [];
        foreach (var gap in gaps)
        {
            found.AddRange(await between(db, gap.First, gap.Last).ToListAsync(cancel));
        }

        return found;
    }

    /// <summary>The newest of all, in the order of their numbers.</summary>
    public static async Task<List<Change>> RecentAsync(NewsDb db, int most, CancellationToken cancel)
    {
        var recent = await db.Changes.AsNoTracking().TagWith(Tag).OrderByDescending(c => c.Seq).Take(most).ToListAsync(cancel);
        recent.Reverse();
        return recent;
    }
}
