using Microsoft.EntityFrameworkCore;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Articles;

/// <summary>Reads pages of lists, and notes what they rest on.</summary>
public sealed class StoryLists(NewsDb db, PageBasis basis, TimeProvider clock)
{
    /// <summary>
    /// Reads the page that <paramref name="turn"/> asks for. Costs the same at any depth: two statements, an index scan
    /// of one page and the names of its authors.
    /// </summary>
    /// <param name="tags">What stories touch that enter the list; see <see cref="CacheTag.Past"/>.</param>
    /// <returns>Null when there is no such page: the place is garbage, or nothing stands beyond it.</returns>
    public async Task<StoryList?> ReadAsync(IQueryable<ListedStory> stories, IReadOnlyList<string> tags, PageTurn turn, CancellationToken cancel)
    {
        if (turn.IsGarbage)
        {
            return null;
        }

        var cards = await CardsAsync(stories, turn, cancel);
        var more = cards.Count > StoryList.PageSize;
        RestOn(tags, turn, more);
        if (cards.Count == 0 && !turn.IsFirst)
        {
            return null;
        }

        if (more)
        {
            // Nothing is printed of it, but without it there would be no link to the next page.
            basis.RestsOn(CacheTag.Address(cards[^1].Id));
            cards.RemoveAt(StoryList.PageSize);
        }

        await db.NameAuthorsAsync(cards, cancel);
        basis.Shows(cards);
        basis.Counts(cards);
        return StoryList.Of(tags, cards, turn, more);
    }

    private static Task<List<StoryCard>> CardsAsync(IQueryable<ListedStory> stories, PageTurn turn, CancellationToken cancel)
    {
        var ordered = turn switch
        {
            { Before: { } place } => stories.Before(place).NewestFirst(),
            { After: { } place } => stories.After(place).OrderBy(s => s.Utc).ThenBy(s => s.Id),
            _ => stories.NewestFirst(),
        };
        return ordered.Take(StoryList.PageSize + 1).AsCards().ToListAsync(cancel);
    }

    // An address may be made up: a place of the future shows what the first page does.
    private void RestOn(IReadOnlyList<string> tags, PageTurn turn, bool more)
    {
        var isNewest = turn.IsFirst || (turn.After is not null && !more) || turn.Before?.Utc > clock.GetUtcNow().UtcDateTime;
        foreach (var tag in tags)
        {
            basis.RestsOn(isNewest ? [tag] : []);
            basis.RestsOn(turn.IsFirst ? [] : [CacheTag.Past(tag)]);
        }
    }
}
