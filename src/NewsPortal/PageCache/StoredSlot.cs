namespace NewsPortal.PageCache;

/// <summary>The place of one address in the store. Pages follow each other in it; the last good one stays until there is a better.</summary>
/// <remarks>
/// Requests read and count here without a lock: a count that two of them lose to each other changes nothing that matters.
/// What the store decides by (<see cref="Bytes"/>, <see cref="IsInMain"/>) is written under the store's lock alone.
/// </remarks>
internal sealed class StoredSlot(PageKey key)
{
    // 32 requests, none a quarter of a second after the one before: a reader who waits then holds up many.
    private const int UnderLoad = 32;
    private const long Gap = 250;

    // How long a page is shown after it became old, while the next is made. A render takes milliseconds; one that takes
    // longer is waited for, so that nobody is shown old news for long.
    private const long Meanwhile = 20;

    private const int MostUses = 3;

    private volatile StoredPage? page;
    private long oldSince;
    private long lastUse;
    private int run;

    public PageKey Key => key;

    public StoredPage? Page => page;

    /// <summary>Bytes that the store counts for it.</summary>
    public int Bytes { get; set; }

    public bool IsInMain { get; set; }

    /// <summary>0 to 3: how often it was asked for since the store last looked for room.</summary>
    public int Uses { get; set; }

    /// <summary>Whether a page of it could not be made anew, so that the last good one stands in.</summary>
    public bool IsFailing { get; set; }

    /// <summary>When to try again, in <see cref="Environment.TickCount64"/>.</summary>
    public long TryAgain { get; set; }

    public bool IsOld(DateTime nowUtc) => Volatile.Read(ref oldSince) != 0 || page is not { } known || nowUtc >= known.TrueUntilUtc;

    public bool IsUnderLoad(long tick) => run >= UnderLoad && tick - lastUse < Gap;

    /// <summary>Whether an old page may be shown once more: to many at once for the moment of a render, or for want of a better.</summary>
    public bool MayShowOld(long tick)
        => IsFailing || (IsUnderLoad(tick) && (Volatile.Read(ref oldSince) is var since && (since == 0 || tick - since < Meanwhile)));

    public void Count(long tick)
    {
        run = tick - lastUse < Gap ? Math.Min(run + 1, UnderLoad) : 0;
        lastUse = tick;
        if (Uses < MostUses)
        {
            Uses++;
        }
    }

    public void MarkOld(long tick) => Interlocked.CompareExchange(ref oldSince, tick, 0);

    /// <param name="next">The page from now on.</param>
    /// <param name="isOld">Whether something touched it while it was made.</param>
    /// <param name="tick">Now.</param>
    public void Put(StoredPage next, bool isOld, long tick)
    {
        page = next;
        Volatile.Write(ref oldSince, isOld ? tick : 0);
        IsFailing = false;
    }
}
