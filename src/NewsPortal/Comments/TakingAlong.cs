using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>
/// What was written in this browser before its reader joined, or signed in, becomes the account's, with its history: who was
/// trusted stays so, and who was banned too. What belongs to another account stays there.
/// </summary>
internal sealed class TakingAlong(NewsDb db, CommenterCookie cookie) : IArrival
{
    public async Task WelcomeAsync(HttpContext http, Account account, CancellationToken cancel)
    {
        if (account.Role != Role.Reader)
        {
            return;
        }

        if (cookie.Read(http.Request) is { } id)
        {
            await db.WriteAsync(() => TakeAsync(id, account.Id, cancel), cancel);
        }

        CommenterCookie.Exchange(http);
    }

    private async Task TakeAsync(int id, int accountId, CancellationToken cancel)
    {
        await db.TakeTurnAsync(CommentTally.Turn, cancel);
        if (await db.Commenters.FirstOrDefaultAsync(c => c.Id == id && c.AccountId == null, cancel) is not { } browsers)
        {
            return;
        }

        if (await db.Commenters.Where(c => c.AccountId == accountId).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel) is { } own)
        {
            await MergeAsync(browsers, own, cancel);
            return;
        }

        browsers.BelongTo(accountId);
        await db.SaveChangesAsync(cancel);
    }

    // Counters are added to where they lie: a moderator may be deciding on one of these comments at this moment.
    private async Task MergeAsync(Commenter from, int into, CancellationToken cancel)
    {
        await db.Comments.Where(c => c.CommenterId == from.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.CommenterId, into).SetProperty(c => c.Version, c => c.Version + 1), cancel);
        await db.Decisions.Where(d => d.CommenterId == from.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.CommenterId, into), cancel);
        var (was, becomes) = (from.Id.ToString(CultureInfo.InvariantCulture), into.ToString(CultureInfo.InvariantCulture));
        await db.Bans.Where(b => b.Kind == BanKind.Writer && b.Key == was).ExecuteUpdateAsync(set => set.SetProperty(b => b.Key, becomes), cancel);
        await db.Commenters.Where(c => c.Id == into).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Approved, c => c.Approved + from.Approved).SetProperty(c => c.Rejected, c => c.Rejected + from.Rejected).SetProperty(c => c.Spam, c => c.Spam + from.Spam)
                .SetProperty(c => c.HoldsAll, c => c.HoldsAll || from.HoldsAll)
                .SetProperty(c => c.FirstUtc, c => c.FirstUtc < from.FirstUtc ? c.FirstUtc : from.FirstUtc)
                .SetProperty(c => c.LastRejectedUtc, c => c.LastRejectedUtc == null || c.LastRejectedUtc < from.LastRejectedUtc ? from.LastRejectedUtc : c.LastRejectedUtc),
            cancel);
        await db.Commenters.Where(c => c.Id == from.Id).ExecuteDeleteAsync(cancel);
    }
}
