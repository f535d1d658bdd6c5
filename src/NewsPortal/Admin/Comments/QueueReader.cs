using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Search;

namespace NewsPortal.Admin.Comments;

/// <summary>
/// Reads one page of a queue from an index, whatever lies before and behind it. What no index knows (words, reasons) is
/// looked for in the next <see cref="Window"/> comments only; the answer says how far it looked, and goes on from there.
/// </summary>
public sealed class QueueReader(NewsDb db)
{
    public const int PageSize = 50;
    public const int Window = 2000;

    public async Task<QueueList> ReadAsync(QueueFilter filter, Staffer me, CancellationToken cancel)
    {
        var from = Cursor.Parse(filter.After);
        var looked = filter.IsSearch ? Window : PageSize + 1;
        var parts = Narrowed(filter, me).Select(part => InOrder(From(part, from, filter.IsOldestFirst), filter.IsOldestFirst).Take(looked));
        var all = InOrder(parts.Aggregate(Queryable.Concat), filter.IsOldestFirst).Take(looked);
        return filter.IsSearch ? await FindAsync(all, filter, cancel) : Cut(await all.AsRows().ToListAsync(cancel));
    }

    /// <summary>When the longest wait of a queue began; null when nobody waits.</summary>
    public async Task<DateTime?> OldestAsync(CommentQueue queue, Staffer me, CancellationToken cancel)
    {
        var parts = Narrowed(new QueueFilter { Queue = queue }, me).Select(part => InOrder(part, oldestFirst: true).Take(1));
        return await parts.Aggregate(Queryable.Concat).MinAsync(c => (DateTime?)c.QueuedUtc, cancel);
    }

    /// <summary>How many have come to the end of a queue since; at most <paramref name="most"/>.</summary>
    public Task<int> CountAfterAsync(QueueFilter filter, Cursor place, int most, Staffer me, CancellationToken cancel)
    {
        var parts = Narrowed(filter, me).Select(part => InOrder(From(part, place, oldestFirst: true), oldestFirst: true).Take(most));
        return InOrder(parts.Aggregate(Queryable.Concat), oldestFirst: true).Take(most).CountAsync(cancel);
    }

    // One for each section of theirs: an index gives each in order, and a few of each are quickly merged.
    private IEnumerable<IQueryable<Comment>> Narrowed(QueueFilter filter, Staffer me)
    {
        var queue = db.Comments.AsNoTracking().In(filter.Queue);
        queue = filter.Story is { } story ? queue.Where(c => c.ArticleId == story) : queue;
        queue = filter.Writer is { } writer ? queue.Where(c => c.CommenterId == writer) : queue;
        if (filter.Section is { } section)
        {
            return [queue.Where(c => c.SectionId == section).RuledBy(me)];
        }

        return me.IsUnbound || filter.Story is not null || filter.Writer is not null
            ? [queue.RuledBy(me)]
            : me.SectionIds.Where(_ => me.MayModerate).Select(id => queue.Where(c => c.SectionId == id)).DefaultIfEmpty(queue.Where(c => false));
    }

    private async Task<QueueList> FindAsync(IQueryable<Comment> window, QueueFilter filter, CancellationToken cancel)
    {
        var words = Fold.Of(filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<int>();
        SearchedRow? last = null;
        var looked = 0;
        await foreach (var row in QueueReasons.Having(db, window, filter).AsAsyncEnumerable().WithCancellation(cancel))
        {
            (last, looked) = (row, looked + 1);
            var text = row.HasReason ? Fold.Of($"{row.Name} {row.Body}") : "";
            if (row.HasReason && Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal)))
            {
                found.Add(row.Id);
            }

            if (found.Count == PageSize)
            {
                break;
            }
        }

        var isOver = looked < Window && found.Count < PageSize;
        var rows = await InOrder(db.Comments.AsNoTracking().Where(c => found.Contains(c.Id)), filter.IsOldestFirst).AsRows().ToListAsync(cancel);
        return new QueueList(rows, isOver ? null : last?.Place, last?.QueuedUtc, looked);
    }

    private static QueueList Cut(List<QueueRow> rows)
    {
        var shown = rows.GetRange(0, Math.Min(PageSize, rows.Count));
        return new QueueList(shown, rows.Count > PageSize ? shown[^1].Place : null, null, shown.Count);
    }

    private static IQueryable<Comment> InOrder(IQueryable<Comment> comments, bool oldestFirst) => oldestFirst
        ? comments.OrderBy(c => c.QueuedUtc).ThenBy(c => c.Id)
        : comments.OrderByDescending(c => c.QueuedUtc).ThenByDescending(c => c.Id);

    // The first comparison alone bounds the index scan; the second only settles equal times.
    private static IQueryable<Comment> From(IQueryable<Comment> comments, Cursor? from, bool oldestFirst) => from is not { } place ? comments
        : oldestFirst ? comments.Where(c => c.QueuedUtc >= place.Utc && (c.QueuedUtc > place.Utc || c.Id > place.Id))
        : comments.Where(c => c.QueuedUtc <= place.Utc && (c.QueuedUtc < place.Utc || c.Id < place.Id));
}

/// <summary>One page of a queue.</summary>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="LookedToUtc">How far a search looked.</param>
/// <param name="Looked">How many comments it looked through.</param>
public sealed record QueueList(IReadOnlyList<QueueRow> Rows, Cursor? Next, DateTime? LookedToUtc, int Looked);
