using NewsPortal.Articles;

namespace NewsPortal.Live;

/// <summary>Everything a page of a covered story prints.</summary>
public sealed record LivePage(ArticlePage Story, LiveTurn Turn, IReadOnlyList<EntryLine> Entries)
{
    public Coverage Coverage => Story.Article.Coverage!;

    /// <summary>Stands above the others, and not among them.</summary>
    public EntryLine? Pinned { get; init; }

    /// <summary>The query of the page that follows, in the direction of this one; null on the last.</summary>
    public string? Further { get; init; }

    /// <summary>The highest number on the page: what came after it is new to whoever reads this.</summary>
    public int LastOrder => Shown.Select(entry => entry.Order).DefaultIfEmpty().Max();

    public DateTime? UpdatedUtc => Shown.Any() ? Shown.Max(entry => entry.SentUtc) : null;

    public IEnumerable<EntryLine> Shown => Pinned is null ? Entries : Entries.Prepend(Pinned);
}
