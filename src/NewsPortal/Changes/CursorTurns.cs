using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>
/// Turns at a cursor. A claim is one conditional UPDATE, so any number of instances may try and one gets it; it ends by
/// itself, so that a process which was killed is followed by another. Only the claim's holder moves the cursor.
/// </summary>
internal sealed class CursorTurns(NewsDb db, string name, TimeProvider clock)
{
    /// <summary>How long a turn is at most: shorter than its claim, so that two never overlap.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    public static readonly TimeSpan Claimed = TimeSpan.FromMinutes(1);

    private const int LongestPauseSeconds = 300;

    private readonly Guid me = Guid.NewGuid();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<ChangeCursor> Mine => db.ChangeCursors.Where(c => c.Name == name && c.Claim == me);

    /// <summary>A consumer that is new begins at <paramref name="start"/>.</summary>
    public async Task<ChangeCursor> FindAsync(long start, CancellationToken cancel)
    {
        if (await db.ChangeCursors.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name, cancel) is { } found)
        {
            return found;
        }

        var cursor = new ChangeCursor { Name = name, Seq = start, FreeUtc = Now };
        db.Add(cursor);
        await db.SaveChangesAsync(cancel);
        return cursor;
    }

    public async Task<bool> ClaimAsync(ChangeCursor cursor, CancellationToken cancel)
    {
        var (now, claimed) = (Now, 0);
        await db.WriteAsync(
            async () => claimed = await db.ChangeCursors.Where(c => c.Name == name && c.Seq == cursor.Seq && c.FreeUtc <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Claim, me).SetProperty(c => c.FreeUtc, now + Claimed), cancel),
            cancel);
        return claimed > 0;
    }

    public Task PassAsync(long last) => EndAsync(last, 0, TimeSpan.Zero);

    /// <summary>Somebody else may go on at once.</summary>
    public Task LeaveAsync(ChangeCursor cursor) => EndAsync(cursor.Seq, cursor.Failures, TimeSpan.Zero);

    /// <returns>For how long it is left alone now.</returns>
    public async Task<TimeSpan> FailAsync(ChangeCursor cursor)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPauseSeconds, 1 << Math.Min(cursor.Failures, 10)));
        await EndAsync(cursor.Seq, cursor.Failures + 1, pause);
        return pause;
    }

    // What was done is noted even when the process is to stop meanwhile.
    private Task EndAsync(long seq, int failures, TimeSpan pause)
    {
        var free = Now + pause;
        return db.WriteAsync(() => Mine.ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Seq, seq).SetProperty(c => c.Failures, failures)
            .SetProperty(c => c.Claim, (Guid?)null).SetProperty(c => c.FreeUtc, free)));
    }
}
