namespace NewsPortal.Articles;

/// <summary>One page of a list of stories, newest first, with the places where its neighbours begin.</summary>
public sealed class StoryList
{
    public const int PageSize = 20;

    private StoryList(IReadOnlyList<string> tags, List<StoryCard> stories, string? newer, string? older)
        => (Tags, Stories, Newer, Older) = (tags, stories, newer, older);

    /// <summary>What stories touch that enter the list.</summary>
    public IReadOnlyList<string> Tags { get; }

    public IReadOnlyList<StoryCard> Stories { get; }

    /// <summary>Query that leads to the page of newer stories; null on the first page.</summary>
    public string? Newer { get; }

    /// <summary>Query that leads to the page of older stories; null on the last page.</summary>
    public string? Older { get; }

    /// <param name="tags">See <see cref="Tags"/>.</param>
    /// <param name="cards">As they were read: from the place onwards.</param>
    /// <param name="more">Whether more stand beyond them.</param>
    internal static StoryList Of(IReadOnlyList<string> tags, List<StoryCard> cards, PageTurn turn, bool more)
    {
        if (turn.After is not null)
        {
            cards.Reverse();
        }

        var newer = turn.Before is not null || (turn.After is not null && more);
        var older = turn.After is not null || more;
        return new StoryList(tags, cards, newer ? $"?after={cards[0].Cursor}" : null, older ? $"?before={cards[^1].Cursor}" : null);
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
