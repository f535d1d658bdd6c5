using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>What a poller of the change feed is told.</summary>
/// <param name="Last">What to ask after next time.</param>
/// <param name="StartOver">What came after the place asked for is not known (any more): load anew what is shown.</param>
/// <param name="PollSeconds">When to ask again.</param>
public sealed record ChangePage(long Last, bool StartOver, int PollSeconds, IReadOnlyList<ChangeLine> Changes)
{
    private const int Size = 200;
    private const int Pause = 5;

    /// <summary>Asks the database only about what is older than this process remembers.</summary>
    public static async Task<ChangePage> AfterAsync(long after, RecentChanges recent, NewsDb db, CancellationToken cancel)
        => after > recent.Newest ? Anew(recent)
            : recent.After(after, Size) is { } next ? Of(next, after)
            : await FromHistoryAsync(after, recent, db, cancel);

    public static ChangePage Anew(RecentChanges recent) => new(recent.Newest, true, Pause, []);

    private static ChangePage Of(IReadOnlyList<Change> changes, long otherwise)
        => new(changes is [.., var last] ? last.Seq : otherwise, false, Pause, [.. changes.Select(ChangeLine.Of)]);

    private static async Task<ChangePage> FromHistoryAsync(long after, RecentChanges recent, NewsDb db, CancellationToken cancel)
    {
        // Beyond the floor a number may be missing only because it is not committed yet; that is the tail's business.
        var floor = recent.Floor;
        var oldest = await db.Changes.OrderBy(c => c.Seq).Select(c => c.Seq).FirstOrDefaultAsync(cancel);
        return after < oldest - 1
            ? Anew(recent)
            : Of(await db.Changes.AsNoTracking().Where(c => c.Seq > after && c.Seq <= floor).OrderBy(c => c.Seq).Take(Size).ToListAsync(cancel), floor);
    }
}

public sealed record ChangeLine(long Seq, string Kind, string Subject, DateTime AtUtc)
{
    public static ChangeLine Of(Change change)
        => new(change.Seq, JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()), change.Subject, change.AtUtc);
}
