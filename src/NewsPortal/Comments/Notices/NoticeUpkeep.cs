using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Notices;

/// <summary>Forgets addresses that no comment needs any more.</summary>
internal static class NoticeUpkeep
{
    /// <summary>Wishes that are older than addresses are kept, and those of whoever never confirmed.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="before">From when addresses are kept; null: always.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many.</returns>
    public static async Task<int> ForgetAsync(NewsDb db, DateTime? before, DateTime now, CancellationToken cancel)
    {
        var (forgotten, unanswered) = (0, now - Subscriber.AskedFor);
        await db.WriteAsync(
            async () => forgotten = await db.LetterWishes
                .Where(w => w.AtUtc < before || (w.Subscriber.ConfirmedUtc == null && w.AtUtc < unanswered)).ExecuteDeleteAsync(cancel) + await LeaveAsync(db, now, cancel),
            cancel);
        return forgotten;
    }

    /// <summary>Addresses without a wish. Inside a write.</summary>
    public static async Task<int> LeaveAsync(NewsDb db, DateTime now, CancellationToken cancel)
    {
        var (idle, today) = (db.Subscribers.Where(s => !db.LetterWishes.Any(w => w.SubscriberId == s.Id)), now - Subscriber.AskedEvery);
        return await idle.Where(s => s.AskedUtc == null || s.AskedUtc < today).ExecuteDeleteAsync(cancel)
            + await idle.Where(s => s.EmailSealed != null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EmailSealed, (string?)null).SetProperty(s => s.ConfirmedUtc, (DateTime?)null), cancel);
    }
}
