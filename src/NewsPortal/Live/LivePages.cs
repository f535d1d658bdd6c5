using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Live;

/// <summary>
/// Reads the entries of a coverage, and notes what their page rests on. Each page costs the same however many entries there
/// are: it walks an index from its place, and nothing is counted.
/// </summary>
public sealed class LivePages(NewsDb db, PageBasis basis)
{
    public const int PageSize = 30;

    /// <returns>Null when there is no such page: the entry is not there (any more), or nothing stands beyond the place.</returns>
    public async Task<LivePage?> ReadAsync(ArticlePage story, LiveTurn turn, CancellationToken cancel)
    {
        var id = story.Article.Id;
        var place = turn.Entry is { } entry ? await PlaceAsync(id, entry, cancel) : turn.Before;
        if (turn.Entry is not null && place is null)
        {
            return null;
        }

        var lines = await Walk(db.Entries.OnAir(id), turn, place).Take(PageSize + 1).AsLines().ToListAsync(cancel);
        basis.Shows(lines);
        RestOnList(story.Article.Coverage!, turn, place, isCut: lines.Count > PageSize);
        if (lines.Count == 0 && !turn.IsFirst)
        {
            return null;
        }

        var pinned = turn.IsFront ? await PinnedAsync(story.Article.Coverage!, lines, cancel) : null;
        return new LivePage(story, turn, [.. lines.Take(PageSize).Where(line => line.Id != pinned?.Id)])
        {
            Pinned = pinned,
            Further = lines.Count > PageSize ? QueryOf(turn, lines) : null,
        };
    }

    private static IQueryable<Entry> Walk(IQueryable<Entry> entries, LiveTurn turn, int? before)
    {
        // Compared with a value: of a bare truth SQLite does not use the index.
        var isKey = turn.IsKeyOnly;
        var list = isKey ? entries.Where(e => e.IsKey == isKey) : entries;
        return turn.From is { } from ? list.Where(e => e.Order >= from).OrderBy(e => e.Order)
            : before is { } place ? list.Where(e => e.Order < place).OrderByDescending(e => e.Order)
            : list.OrderByDescending(e => e.Order);
    }

    /// <summary>The place before which a page begins that opens with the entry; null when readers do not have it.</summary>
    private async Task<int?> PlaceAsync(int story, int entry, CancellationToken cancel)
    {
        basis.RestsOn(CacheTag.Entry(entry));
        return await db.Entries.OnAir(story).Where(e => e.Id == entry).Select(e => (int?)e.Order + 1).FirstOrDefaultAsync(cancel);
    }

    // An address may be made up: a place of the future shows what the newest page does.
    private void RestOnList(Coverage coverage, LiveTurn turn, int? before, bool isCut)
    {
        var list = turn.IsKeyOnly ? CacheTag.KeyEvents(coverage.ArticleId) : CacheTag.Live(coverage.ArticleId);
        var isNewest = turn.IsFirst || before > coverage.LastOrder + 1 || (turn.IsOldestFirst && !isCut);
        basis.RestsOn(isNewest ? [list] : []);
        basis.RestsOn(turn.IsFirst ? [] : [CacheTag.Past(list)]);
        // Each of its pages says whether it still goes on.
        basis.RestsOn(CacheTag.Card(coverage.ArticleId));
    }

    private async Task<EntryLine?> PinnedAsync(Coverage coverage, List<EntryLine> lines, CancellationToken cancel)
    {
        if (coverage.PinnedEntryId is not { } id)
        {
            return null;
        }

        var pinned = lines.Find(line => line.Id == id) ?? await db.Entries.OnAir(coverage.ArticleId).Where(e => e.Id == id).AsLines().FirstOrDefaultAsync(cancel);
        basis.Shows(pinned is null ? [] : [pinned]);
        return pinned;
    }

    private static string QueryOf(LiveTurn turn, List<EntryLine> lines)
    {
        var place = turn.IsOldestFirst ? FormattableString.Invariant($"?from={lines[PageSize].Order}") : FormattableString.Invariant($"?before={lines[PageSize - 1].Order}");
        return turn.IsKeyOnly ? $"{place}&key=1" : place;
    }
}
