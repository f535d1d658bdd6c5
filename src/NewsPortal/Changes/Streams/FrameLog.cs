namespace NewsPortal.Changes.Streams;

/// <summary>
/// The newest changes as the events that tell of them, each encoded once, in the order in which this process passed them
/// on. A stream is a place in it, so what it lacks needs no queue of its own, and a replay ends where live begins.
/// </summary>
internal sealed class FrameLog
{
    public const int Most = RecentChanges.Most;

    // Written at once. More than that waits until the reader has taken it.
    private const int Part = 32 * 1024;

    private readonly Frame[] frames;
    private readonly long first;
    private readonly long floor;
    private readonly long newest;

    private FrameLog(Frame[] frames, long first, long floor, int epoch)
    {
        (this.frames, this.first, this.floor, Epoch) = (frames, first, floor, epoch);
        newest = frames.Aggregate(floor, (most, frame) => Math.Max(most, frame.Seq));
    }

    public static FrameLog Empty { get; } = new([], 0, 0, 0);

    /// <summary>Places of different epochs have nothing to do with each other: the feed lost its own.</summary>
    public int Epoch { get; }

    /// <summary>The place behind the newest frame.</summary>
    public long End => first + frames.Length;

    /// <summary>What comes next comes after this change.</summary>
    public long Last => frames is [.., var frame] ? frame.Seq : floor;

    /// <summary>What came after this change is here; before it, only the database can tell.</summary>
    public long Floor => floor;

    /// <summary>No change that this process knows of has a higher number.</summary>
    public bool IsAhead(long seq) => seq > newest;

    /// <returns>The place of what came after a change; null when it is too long ago.</returns>
    public long? PlaceAfter(long seq)
    {
        // One that came late stands behind higher numbers, so its place says more than its number.
        var at = Array.FindLastIndex(frames, frame => frame.Seq == seq);
        if (at < 0 && seq < floor)
        {
            return null;
        }

        var next = at >= 0 ? at + 1 : Array.FindIndex(frames, frame => frame.Seq > seq);
        return next >= 0 ? first + next : End;
    }

    public bool Holds(long place) => place >= first;

    /// <summary>Bytes of all frames between two places.</summary>
    public long Bytes(long from, long to) => Total(to) - Total(from);

    public FrameLog With(IReadOnlyList<Change> changes)
    {
        var total = Total(End);
        List<Frame> all = [.. frames];
        foreach (var change in changes)
        {
            var bytes = EventFrame.Of(change);
            all.Add(new Frame(change.Seq, bytes, total += bytes.Length));
        }

        var dropped = Math.Max(0, all.Count - Most);
        return new FrameLog([.. all.Skip(dropped)], first + dropped, all.Take(dropped).Aggregate(floor, (most, frame) => Math.Max(most, frame.Seq)), Epoch);
    }

    /// <param name="known">The newest of the feed; nobody's place of before is one in it.</param>
    public FrameLog Anew(IReadOnlyList<Change> known)
        => new FrameLog([], End, known is [var oldest, ..] ? oldest.Seq - 1 : 0, Epoch + 1).With(known);

    /// <summary>What follows a place: all of it, or as much as is written at once. Moves the place behind it.</summary>
    public ReadOnlyMemory<byte> Read(ref long place)
    {
        var from = (int)(place - first);
        var to = from + 1;
        while (to < frames.Length && frames[to].Total - frames[from].Total < Part)
        {
            to++;
        }

        place = first + to;
        return to == from + 1 ? frames[from].Bytes : Join(frames.AsSpan(from, to - from));
    }

    /// <summary>All of it but the changes named.</summary>
    public ReadOnlyMemory<byte> Except(IReadOnlySet<long> told) => Join([.. frames.Where(frame => !told.Contains(frame.Seq))]);

    private static byte[] Join(ReadOnlySpan<Frame> frames)
    {
        var length = 0;
        foreach (var frame in frames)
        {
            length += frame.Bytes.Length;
        }

        var (joined, at) = (new byte[length], 0);
        foreach (var frame in frames)
        {
            frame.Bytes.CopyTo(joined.AsMemory(at));
            at += frame.Bytes.Length;
        }

        return joined;
    }

    private long Total(long place) => (place - first) switch
    {
        var at when at > 0 => frames[at - 1].Total,
        _ when frames is [var oldest, ..] => oldest.Total - oldest.Bytes.Length,
        _ => 0,
    };

    /// <param name="Total">Bytes of all frames up to the end of this one.</param>
    private readonly record struct Frame(long Seq, ReadOnlyMemory<byte> Bytes, long Total);
}
