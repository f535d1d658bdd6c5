using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Articles;

/// <summary>One page of a list of stories, newest first, with the places where its neighbours begin.</summary>
public sealed class StoryList
{
    public const int PageSize = 20;

    private StoryList(List<StoryCard> stories, string? newer, string? older) => (Stories, Newer, Older) = (stories, newer, older);

    public IReadOnlyList<StoryCard> Stories { get; }

    /// <summary>Query that leads to the page of newer stories; null on the first page.</summary>
    public string? Newer { get; }

    /// <summary>Query that leads to the page of older stories; null on the last page.</summary>
    public string? Older { get; }

    /// <summary>
    /// Reads the page that <paramref name="turn"/> asks for. Costs the same at any depth: two statements, an index scan
    /// of one page and the names of its authors.
    /// </summary>
    /// <returns>Null when there is no such page: the place is garbage, or nothing stands beyond it.</returns>
    public static async Task<StoryList?> ReadAsync(NewsDb db, IQueryable<ListedStory> stories, PageTurn turn, CancellationToken cancel)
    {
        if (turn.IsGarbage)
        {
            return null;
        }

        var cards = await CardsAsync(stories, turn, cancel);
        if (cards.Count == 0 && !turn.IsFirst)
        {
            return null;
        }

        var more = cards.Count > PageSize;
        if (more)
        {
            cards.RemoveAt(PageSize);
        }

        if (turn.After is not null)
        {
            cards.Reverse();
        }

        await db.NameAuthorsAsync(cards, cancel);
        var newer = turn.Before is not null || (turn.After is not null && more);
        var older = turn.After is not null || more;
        return new StoryList(cards, newer ? $"?after={cards[0].Cursor}" : null, older ? $"?before={cards[^1].Cursor}" : null);
    }

    private static Task<List<StoryCard>> CardsAsync(IQueryable<ListedStory> stories, PageTurn turn, CancellationToken cancel)
    {
        var ordered = turn switch
        {
            { Before: { } place } => stories.Before(place).NewestFirst(),
            { After: { } place } => stories.After(place).OrderBy(s => s.Utc).ThenBy(s => s.Id),
            _ => stories.NewestFirst(),
        };
        return ordered.Take(PageSize + 1).AsCards().ToListAsync(cancel);
    }
}

/// <summary>What a reader asked of a list: its first page, or what stands before (older) or after (newer) a place.</summary>
public sealed class PageTurn
{
    public PageTurn(string? before, string? after)
    {
        (Before, After) = (Cursor.Parse(before), Cursor.Parse(after));
        IsGarbage = (before is not null && Before is null) || (after is not null && After is null)
            || (before is not null && after is not null);
        IsFirst = before is null && after is null;
    }

    public Cursor? Before { get; }

    public Cursor? After { get; }

    public bool IsFirst { get; }

    public bool IsGarbage { get; }
}
