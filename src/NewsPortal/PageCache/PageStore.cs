using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace NewsPortal.PageCache;

/// <summary>The stored pages of this process, by address and by tag, within a bound of memory. Finding takes no lock.</summary>
internal sealed class PageStore(PageCacheSettings settings)
{
    private readonly ConcurrentDictionary<PageKey, StoredSlot> slots = new();
    private readonly Dictionary<string, HashSet<StoredSlot>> byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> touched = new(StringComparer.Ordinal);
    private readonly Shelf shelf = new(settings.MostBytes);
    private readonly Lock writing = new();
    private long turn;
    private long allTouched;
    private int rendering;

    public long Bytes => shelf.Bytes;

    public int Count => slots.Count;

    public bool TryFind(PageKey key, [NotNullWhen(true)] out StoredSlot? slot) => slots.TryGetValue(key, out slot);

    /// <summary>Says that a page is being made from what is true now.</summary>
    /// <returns>To be given to <see cref="Keep"/> and <see cref="EndRender"/>.</returns>
    public long BeginRender()
    {
        lock (writing)
        {
            rendering++;
            return turn;
        }
    }

    public void EndRender()
    {
        lock (writing)
        {
            // What was touched matters only to pages that were begun before.
            if (--rendering == 0)
            {
                touched.Clear();
            }
        }
    }

    /// <summary>Whether a change has touched a page since its making began.</summary>
    public bool IsTouched(StoredPage page, long begun)
    {
        lock (writing)
        {
            return IsTouchedUnlocked(page, begun);
        }
    }

    /// <summary>Keeps a page. It is old at once if a change has touched it since its making began.</summary>
    public void Keep(PageKey key, StoredPage page, long begun)
    {
        lock (writing)
        {
            var isNew = !slots.TryGetValue(key, out var slot);
            slot ??= new StoredSlot(key);
            Unlist(slot);
            slot.Put(page, IsTouchedUnlocked(page, begun), Environment.TickCount64);
            List(slot, page);
            if (isNew)
            {
                slots[key] = slot;
                shelf.Add(slot, page.Size);
            }
            else
            {
                shelf.Resize(slot, page.Size);
            }

            DropSurplus();
        }
    }

    /// <summary>Makes every page old that rests on one of the tags.</summary>
    /// <returns>Those that became old by it.</returns>
    public IReadOnlyCollection<StoredSlot> Touch(IEnumerable<string> tags)
    {
        lock (writing)
        {
            turn++;
            var resting = new HashSet<StoredSlot>();
            foreach (var tag in tags)
            {
                if (rendering > 0)
                {
                    touched[tag] = turn;
                }

                resting.UnionWith(byTag.GetValueOrDefault(tag, []));
            }

            MarkOld(resting);
            return resting;
        }
    }

    /// <summary>Makes every page old.</summary>
    public IReadOnlyCollection<StoredSlot> TouchAll()
    {
        lock (writing)
        {
            allTouched = ++turn;
            var all = slots.Values.ToList();
            MarkOld(all);
            return all;
        }
    }

    private static void MarkOld(IEnumerable<StoredSlot> resting)
    {
        var tick = Environment.TickCount64;
        foreach (var slot in resting)
        {
            slot.MarkOld(tick);
        }
    }

    private bool IsTouchedUnlocked(StoredPage page, long begun)
        => allTouched > begun || page.Tags.Any(tag => touched.TryGetValue(tag, out var at) && at > begun);

    private void DropSurplus()
    {
        foreach (var gone in shelf.TakeSurplus())
        {
            slots.TryRemove(gone.Key, out _);
            Unlist(gone);
        }
    }

    private void List(StoredSlot slot, StoredPage page)
    {
        foreach (var tag in page.Tags)
        {
            if (!byTag.TryGetValue(tag, out var resting))
            {
                byTag[tag] = resting = [];
            }

            resting.Add(slot);
        }
    }

    private void Unlist(StoredSlot slot)
    {
        foreach (var tag in slot.Page?.Tags ?? [])
        {
            if (byTag.TryGetValue(tag, out var resting) && resting.Remove(slot) && resting.Count == 0)
            {
                byTag.Remove(tag);
            }
        }
    }
}
