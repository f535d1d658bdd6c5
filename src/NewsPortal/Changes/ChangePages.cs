using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>Answers pollers. The database is asked only about what is older than this process remembers.</summary>
public sealed class ChangePages(RecentChanges recent, NewsDb db, StandingEditions editions, ChangeSettings settings, TimeProvider clock)
{
    private const int Size = 200;

    public async Task<ChangePage> AfterAsync(long after, CancellationToken cancel)
        => after > recent.Newest ? await AnewAsync()
            : recent.After(after, Size) is { } next ? await OfAsync(next, after)
            : await FromHistoryAsync(after, cancel);

    /// <summary>For whoever has to start over.</summary>
    public Task<ChangePage> AnewAsync() => PageAsync(recent.Last, startOver: true, []);

    private Task<ChangePage> OfAsync(IReadOnlyList<Change> changes, long otherwise)
        => PageAsync(changes is [.., var last] ? last.Seq : otherwise, startOver: false, changes);

    private async Task<ChangePage> FromHistoryAsync(long after, CancellationToken cancel)
    {
        // Beyond the floor a number may be missing only because it is not committed yet; that is the tail's business.
        var floor = recent.Floor;
        return await db.Changes.IsPrunedAfterAsync(after, cancel)
            ? await AnewAsync()
            : await OfAsync(await db.Changes.AsNoTracking().Between(after, floor).Take(Size).ToListAsync(cancel), floor);
    }

    private async Task<ChangePage> PageAsync(long last, bool startOver, IReadOnlyList<Change> changes)
    {
        var page = new ChangePage(last, startOver, clock.GetUtcNow().UtcDateTime, settings.PollSeconds, [.. changes.Select(ChangeLine.Of)]);
        if ((startOver || changes.Count > 0) && await editions.NowAsync() is { } edition && (startOver || changes.Any(edition.IsTouchedBy)))
        {
            page.Standing[edition.Name] = edition.Json;
        }

        return page;
    }
}
