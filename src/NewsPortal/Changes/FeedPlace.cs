namespace NewsPortal.Changes;

/// <summary>
/// Where a reader of the feed stands. Numbers are given out before they are committed, so a lower one may appear after a
/// higher one, and one that was given out for nothing never does. What follows a missing number is held until it appears
/// or <see cref="Patience"/> is over; if it appears after that, it is passed on late rather than never.
/// </summary>
internal sealed class FeedPlace
{
    /// <summary>How long a missing number holds up those behind it: longer than a write takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long a missing number is looked for: longer than a write can take.</summary>
    public static readonly TimeSpan Watch = TimeSpan.FromMinutes(5);

    private const int MostGaps = 200;

    private readonly SortedDictionary<long, Change> held = [];
    private readonly List<Gap> gaps = [];

    /// <param name="recent">The newest changes of the feed, which are history, in their order.</param>
    /// <param name="now">On any clock that only goes forward.</param>
    public FeedPlace(IReadOnlyList<Change> recent, TimeSpan now)
    {
        Last = recent is [var first, ..] ? first : null;
        foreach (var change in recent.Skip(1))
        {
            Meet(change, now - Patience);
        }

        held.Clear();
        Passed = Newest;
    }

    /// <summary>The highest number that was read.</summary>
    public long Newest => Last?.Seq ?? 0;

    /// <summary>Up to here everything was passed on, but for what is missing and no longer waited for.</summary>
    public long Passed { get; private set; }

    /// <summary>Numbers to look for again.</summary>
    public IReadOnlyList<Gap> Gaps => gaps;

    private Change? Last { get; set; }

    /// <summary>False when the feed is not the one that was read before: its last row is gone, or is another one.</summary>
    /// <param name="from">What is there from <see cref="Newest"/> on.</param>
    public bool IsIn(IReadOnlyList<Change> from)
        => Last is not { } last || (from is [var first, ..] && first.Seq == last.Seq && first.Kind == last.Kind && first.Subject == last.Subject && first.AtUtc == last.AtUtc);

    /// <param name="read">What was found beyond <see cref="Newest"/>, in order, and in <see cref="Gaps"/>; what is known already does no harm.</param>
    /// <param name="now">On the same clock as before; not later than when the gaps were looked into.</param>
    /// <returns>What is to be passed on now, in the order of its numbers.</returns>
    public IReadOnlyList<Change> Take(IEnumerable<Change> read, TimeSpan now)
    {
        foreach (var change in read)
        {
            // The numbers of an emptied feed go on where they were: nothing is waited for below the first.
            Meet(change, Last is null ? now - Patience : now);
        }

        gaps.RemoveAll(gap => now - gap.Since >= Watch);
        gaps.RemoveRange(0, Math.Max(0, gaps.Count - MostGaps));
        Passed = gaps.Find(gap => now - gap.Since < Patience) is { } waited ? waited.First - 1 : Newest;
        var next = held.Values.TakeWhile(change => change.Seq <= Passed).ToList();
        next.ForEach(change => held.Remove(change.Seq));
        return next;
    }

    private void Meet(Change change, TimeSpan since)
    {
        if (change.Seq > Newest)
        {
            if (change.Seq > Newest + 1)
            {
                gaps.Add(new Gap(Newest + 1, change.Seq - 1, since));
            }

            Last = change;
            held.Add(change.Seq, change);
        }
        else if (gaps.FindIndex(gap => gap.First <= change.Seq && change.Seq <= gap.Last) is >= 0 and var at)
        {
            var gap = gaps[at];
            gaps.RemoveAt(at);
            gaps.InsertRange(at, new[] { gap with { Last = change.Seq - 1 }, gap with { First = change.Seq + 1 } }.Where(rest => rest.First <= rest.Last));
            held.Add(change.Seq, change);
        }
    }
}

/// <summary>Numbers that were not there when a higher one was.</summary>
internal sealed record Gap(long First, long Last, TimeSpan Since);
