using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Audit;
using NewsPortal.Data;

namespace NewsPortal.Accounts.Readers;

/// <summary>Takes a reader's account away: the row, its sessions, its passkeys, its links. What they wrote is erased by Comments.</summary>
public sealed class ReaderErasure(NewsDb db, TimeProvider clock)
{
    /// <summary>Signs what readers do with their own accounts.</summary>
    public static readonly Signature Themselves = Signature.OfProcess("reader");

    /// <summary>Inside a write. Of a colleague nothing is taken.</summary>
    public async Task EraseAsync(int accountId, CancellationToken cancel)
    {
        if (!await db.Accounts.AnyAsync(account => account.Id == accountId && account.Role == Role.Reader, cancel))
        {
            return;
        }

        await db.StaffSessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.OneTimeLinks.Where(link => link.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.Passkeys.Where(key => key.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserToken<int>>().Where(token => token.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Accounts.Where(account => account.Id == accountId).ExecuteDeleteAsync(cancel);
        db.Add(AuditEntry.Of(AuditKind.ReaderErased, Themselves, clock.GetUtcNow().UtcDateTime, $"reader:{accountId}", $"{accountId}"));
        await db.SaveChangesAsync(cancel);
    }
}
