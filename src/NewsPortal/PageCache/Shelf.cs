namespace NewsPortal.PageCache;

/// <summary>
/// Decides which pages leave when memory is full: S3-FIFO (Yang and others, "FIFO queues are all you need for cache
/// eviction", SOSP 2023). Newcomers wait in a small queue and come to the main one only if they are asked for again, so a
/// crawl or a flood of addresses passes through without pushing out what readers read. Not safe for several threads.
/// </summary>
internal sealed class Shelf(long mostBytes)
{
    private const int SmallShare = 10;
    private const int EnoughUses = 2;

    private readonly Queue<StoredSlot> small = new();
    private readonly Queue<StoredSlot> main = new();
    private readonly Queue<PageKey> left = new();
    private readonly HashSet<PageKey> leftLately = [];
    private long smallBytes;

    public long Bytes { get; private set; }

    private bool IsFull => Bytes > mostBytes;

    public void Add(StoredSlot slot, int bytes)
    {
        slot.Bytes = 0;
        slot.IsInMain = leftLately.Remove(slot.Key);
        (slot.IsInMain ? main : small).Enqueue(slot);
        Resize(slot, bytes);
    }

    public void Resize(StoredSlot slot, int bytes)
    {
        Bytes += bytes - slot.Bytes;
        smallBytes += slot.IsInMain ? 0 : bytes - slot.Bytes;
        slot.Bytes = bytes;
    }

    /// <summary>Makes room.</summary>
    /// <returns>What had to leave.</returns>
    public IEnumerable<StoredSlot> TakeSurplus()
    {
        while (IsFull && (small.Count > 0 || main.Count > 0))
        {
            if (TakeOne() is { } gone)
            {
                yield return gone;
            }
        }
    }

    private StoredSlot? TakeOne() => small.Count > 0 && (smallBytes > mostBytes / SmallShare || main.Count == 0) ? TakeFromSmall() : TakeFromMain();

    private StoredSlot? TakeFromSmall()
    {
        var slot = small.Dequeue();
        smallBytes -= slot.Bytes;
        if (slot.Uses >= EnoughUses)
        {
            slot.Uses = 0;
            slot.IsInMain = true;
            main.Enqueue(slot);
            return null;
        }

        Remember(slot.Key);
        Bytes -= slot.Bytes;
        return slot;
    }

    private StoredSlot? TakeFromMain()
    {
        var slot = main.Dequeue();
        if (slot.Uses > 0)
        {
            slot.Uses--;
            main.Enqueue(slot);
            return null;
        }

        Bytes -= slot.Bytes;
        return slot;
    }

    private void Remember(PageKey key)
    {
        if (leftLately.Add(key))
        {
            left.Enqueue(key);
        }

        while (left.Count > main.Count + small.Count)
        {
            leftLately.Remove(left.Dequeue());
        }
    }
}
