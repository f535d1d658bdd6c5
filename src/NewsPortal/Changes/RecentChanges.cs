namespace NewsPortal.Changes;

/// <summary>The newest changes that this process has passed on, in the order in which it did, for whoever asks what came after one of them.</summary>
public sealed class RecentChanges
{
    public const int Most = 1000;

    private volatile Kept kept = new([], 0);
    private long applied;

    /// <summary>Every part of this process knows of a change that it did not know of before. A handler must neither wait nor throw.</summary>
    public event Action? Advanced;

    /// <summary>The number up to which everything is known here; 0 of an empty feed.</summary>
    public long Newest => kept.Newest;

    /// <summary>What came after this number is here; before it, only the database can tell.</summary>
    public long Floor => kept.Floor;

    /// <summary>What was passed on last: whoever asks after it misses nothing from now on.</summary>
    public long Last => kept.Rows is [.., var row] ? row.Seq : kept.Floor;

    /// <summary>The <see cref="Last"/> up to which every <see cref="IChangeFollower"/> was told.</summary>
    public long Applied => Volatile.Read(ref applied);

    /// <summary>All that are here.</summary>
    internal IReadOnlyList<Change> Rows => kept.Rows;

    /// <returns>At most <paramref name="most"/> that came after <paramref name="after"/>; null when it is too long ago.</returns>
    public IReadOnlyList<Change>? After(long after, int most)
    {
        var now = kept;
        // One that came late stands behind higher numbers, so its place says more than its number.
        var at = Array.FindLastIndex(now.Rows, row => row.Seq == after);
        return at >= 0 ? [.. now.Rows.Skip(at + 1).Take(most)]
            : after >= now.Floor ? [.. now.Rows.Where(row => row.Seq > after).Take(most)]
            : null;
    }

    internal void StartOver(IReadOnlyList<Change> recent) => kept = new([.. recent], recent is [var first, ..] ? first.Seq - 1 : 0);

    internal void Add(IReadOnlyList<Change> changes)
    {
        Change[] rows = [.. kept.Rows, .. changes];
        var dropped = rows.SkipLast(Most);
        kept = new([.. rows.TakeLast(Most)], dropped.Aggregate(kept.Floor, (floor, row) => Math.Max(floor, row.Seq)));
    }

    /// <summary>The followers were told of all that is here.</summary>
    internal void Apply()
    {
        Volatile.Write(ref applied, Last);
        Advanced?.Invoke();
    }

    private sealed record Kept(Change[] Rows, long Floor)
    {
        public long Newest { get; } = Rows.Aggregate(Floor, (newest, row) => Math.Max(newest, row.Seq));
    }
}
