namespace NewsPortal.PageCache;

/// <summary>What the page of this request rests on: the tags whose change makes it old, and how long it is true without one.</summary>
public sealed class PageBasis
{
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Tags => tags;

    /// <summary>UTC; the page says something else from then on. <see cref="DateTime.MaxValue"/> when only a change makes it old.</summary>
    public DateTime TrueUntilUtc { get; private set; } = DateTime.MaxValue;

    /// <param name="named">See <see cref="Changes.CacheTag"/>.</param>
    public void RestsOn(params ReadOnlySpan<string> named)
    {
        foreach (var tag in named)
        {
            tags.Add(tag);
        }
    }

    /// <summary>The earliest of all the times given counts.</summary>
    public void IsTrueUntil(DateTime utc) => TrueUntilUtc = utc < TrueUntilUtc ? utc : TrueUntilUtc;
}
