using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Who reads what at the moment. A claim keeps nobody from deciding: it tells colleagues to take another one.</summary>
public sealed class Claims(NewsDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The colleague who has it already; null when it is this person's now.</returns>
    public async Task<string?> TakeAsync(int commentId, Staffer me, CancellationToken cancel)
    {
        try
        {
            await db.WriteAsync(() => TryAsync(commentId, me, Now, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody took it at this very moment.
            db.ChangeTracker.Clear();
        }

        return await db.Claims.AsNoTracking().HeldByOthers(me, Now).Where(c => c.CommentId == commentId).Select(c => c.By).FirstOrDefaultAsync(cancel);
    }

    public Task ReleaseAsync(int commentId, Staffer me, CancellationToken cancel)
        => db.WriteAsync(() => db.Claims.Where(c => c.CommentId == commentId && c.ById == me.Id).ExecuteDeleteAsync(cancel), cancel);

    private async Task TryAsync(int commentId, Staffer me, DateTime now, CancellationToken cancel)
    {
        var until = now + Claim.Length;
        var taken = await db.Claims.Where(c => c.CommentId == commentId && (c.ById == me.Id || c.UntilUtc <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ById, me.Id).SetProperty(c => c.By, me.Name).SetProperty(c => c.UntilUtc, until), cancel);
        if (taken == 0 && !await db.Claims.AnyAsync(c => c.CommentId == commentId, cancel))
        {
            db.Add(Claim.Of(commentId, me, now));
            await db.SaveChangesAsync(cancel);
        }
    }
}
