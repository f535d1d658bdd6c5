using System.Collections.Concurrent;
using NewsPortal.Changes;

namespace NewsPortal.PageCache;

/// <summary>
/// Answers with stored pages, and has them made: one render per page and change, however many ask. A page that
/// many are reading is shown old for a moment sooner than that they wait, and the last good one when none can be made.
/// </summary>
internal sealed partial class StoredPages(PageStore store, PageRenderer renderer, PageCacheMeter meter, ChangeMark mark, TimeProvider clock, ILogger<StoredPages> log) : IChangeFollower
{
    // A change that comes while a page is made has it made once more. One that never rests is not waited for.
    private const int MostRenders = 3;

    private const long PauseAfterFailure = 1000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<PageKey, Lazy<Task<StoredPage?>>> renders = new();
    private volatile bool isFollowing;
    private long probeAt;

    /// <summary>A page that can be shown now; null when there is none.</summary>
    public PageAnswer? Take(PageKey key)
    {
        // Before the look: what is applied after it may touch the page that the look finds.
        var applied = mark.Now;
        if (!store.TryFind(key, out var slot))
        {
            return null;
        }

        var tick = Environment.TickCount64;
        slot.Count(tick);
        var isOld = slot.IsOld(clock.GetUtcNow().UtcDateTime);
        if (isOld)
        {
            if (!slot.MayShowOld(tick))
            {
                return null;
            }

            RenderBehind(slot, tick);
        }

        meter.Hit();
        return slot.Page is { } page ? new PageAnswer(page, isOld ? page.TrueTo : applied) : null;
    }

    /// <summary>A page, made if need be; null when the answer is not one for everybody.</summary>
    public async Task<PageAnswer?> TakeAsync(PageKey key, CancellationToken cancel)
    {
        // Until the feed is followed, nobody would say that a page became old.
        if (!isFollowing)
        {
            return null;
        }

        return Take(key) ?? TakeWithoutNumber(key) ?? (await MakeAsync(key, cancel) is { } made ? new PageAnswer(made, made.TrueTo) : null);
    }

    public void StartOver()
    {
        Renew(store.TouchAll());
        isFollowing = true;
    }

    public void Follow(IReadOnlyList<Change> changes)
        => Renew(store.Touch(changes.SelectMany(change => change.Touched.Append(change.Subject))));

    // Only where a page is not found does the number of an old address count.
    private PageAnswer? TakeWithoutNumber(PageKey key)
        => key.OldNumber is not null && Take(key with { OldNumber = null }) is { Page.Status: StatusCodes.Status200OK } answer ? answer : null;

    private async Task<StoredPage?> MakeAsync(PageKey key, CancellationToken cancel)
    {
        var making = RenderAsync(key);
        if (!store.TryFind(key, out var slot))
        {
            return await making.WaitAsync(cancel);
        }

        try
        {
            var made = await making.WaitAsync(LongestWait, cancel);
            // Changed again since: whoever came after that change must not see the page before it.
            return slot.IsOld(clock.GetUtcNow().UtcDateTime) && !slot.IsFailing ? await RenderAsync(key).WaitAsync(cancel) : made;
        }
        catch (TimeoutException)
        {
            slot.IsFailing = true;
            return slot.Page;
        }
    }

    private void RenderBehind(StoredSlot slot, long tick)
    {
        if (!slot.IsFailing || (tick >= slot.TryAgain && MayProbe(tick)))
        {
            _ = RenderAsync(slot.Key);
        }
    }

    // When the database is gone, thousands of pages fail: one of them asks whether it is back, not all of them each second.
    private bool MayProbe(long tick)
    {
        var at = Volatile.Read(ref probeAt);
        return at == 0 || (tick >= at && Interlocked.CompareExchange(ref probeAt, tick + PauseAfterFailure, at) == at);
    }

    private void Renew(IReadOnlyCollection<StoredSlot> old)
    {
        meter.Evicted(old.Count);
        var tick = Environment.TickCount64;
        var busy = old.Where(slot => slot.IsUnderLoad(tick)).ToList();
        if (busy.Count > 0)
        {
            _ = Apart(() => Parallel.ForEachAsync(busy, async (slot, _) => await RenderAsync(slot.Key)));
        }
    }

    private Task<StoredPage?> RenderAsync(PageKey key)
        => renders.GetOrAdd(key, _ => new(() => Apart(() => RenderAndKeepAsync(key)))).Value;

    // Nothing of the request or the write that happened to begin it: not its culture, its activity, its turn at the gate.
    private static T Apart<T>(Func<T> work)
        where T : Task
    {
        using (ExecutionContext.SuppressFlow())
        {
            return work();
        }
    }

    private async Task<StoredPage?> RenderAndKeepAsync(PageKey key)
    {
        // Whoever asked first must be known to be rendering before a synchronous database answers.
        await Task.Yield();
        try
        {
            // Made since this was asked for, by a render that ended between the look and the asking.
            if (store.TryFind(key, out var slot) && !slot.IsOld(clock.GetUtcNow().UtcDateTime))
            {
                return slot.Page;
            }

            for (var left = MostRenders; ; left--)
            {
                var begun = store.BeginRender();
                try
                {
                    var page = await renderer.RenderAsync(key);
                    meter.Rendered();
                    if (left <= 1 || page is null || !store.IsTouched(page, begun))
                    {
                        return Settle(key, page, begun);
                    }
                }
                finally
                {
                    store.EndRender();
                }
            }
        }
        catch (Exception failure)
        {
            LogFailure(failure, key.Path);
            return LastGood(key);
        }
        finally
        {
            renders.TryRemove(key, out _);
        }
    }

    private StoredPage? Settle(PageKey key, StoredPage? page, long begun)
    {
        switch (page)
        {
            case { IsLasting: true }:
                Volatile.Write(ref probeAt, 0);
                store.Keep(page.Status == StatusCodes.Status200OK ? key with { OldNumber = null } : key, page, begun);
                return page;
            case { Status: >= StatusCodes.Status500InternalServerError }:
                return LastGood(key) ?? page;
            default:
                return null;
        }
    }

    private StoredPage? LastGood(PageKey key)
    {
        meter.Failed();
        var again = Environment.TickCount64 + PauseAfterFailure;
        Volatile.Write(ref probeAt, again);
        if (!store.TryFind(key, out var slot))
        {
            return null;
        }

        slot.TryAgain = again;
        slot.IsFailing = true;
        return slot.Page;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} could not be made; its last good copy stands in where there is one.")]
    private partial void LogFailure(Exception failure, string path);
}
