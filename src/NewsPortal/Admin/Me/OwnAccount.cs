using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Admin.Me;

/// <summary>What a person reads and changes of their own account.</summary>
public sealed class OwnAccount(NewsDb db, UserManager<Account> accounts, StaffSessions sessions, Enrolment enrolment, Words words)
{
    public async Task<OwnPage> ReadAsync(Staffer me, CancellationToken cancel)
    {
        var account = await FindAsync(me, cancel);
        var open = await db.StaffSessions.AsNoTracking().Where(s => s.AccountId == me.Id && s.EndedUtc == null && s.Stamp == account.SecurityStamp)
            .OrderByDescending(s => s.SeenUtc).Take(20).ToListAsync(cancel);
        return new OwnPage(account, [.. await accounts.GetPasskeysAsync(account)], open, await accounts.CountRecoveryCodesAsync(account), me);
    }

    public Task<Account> FindAsync(Staffer me, CancellationToken cancel)
        => db.Accounts.Include(account => account.Sections).SingleAsync(account => account.Id == me.Id, cancel);

    public async Task<Fault?> RenameAsync(Staffer me, string name, CancellationToken cancel)
    {
        if (name.Trim() is not { Length: > 0 and <= Account.NameLength } good)
        {
            return new Fault("name", words["Say the name that colleagues will see."]);
        }

        (await FindAsync(me, cancel)).Rename(good);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<Fault?> ChangePasswordAsync(Staffer me, string current, string next, CancellationToken cancel)
    {
        var account = await FindAsync(me, cancel);
        if (await ProveAsync(account, current) is { } wrong)
        {
            return wrong;
        }

        if (await enrolment.CheckPasswordAsync(account, next) is [var weak, ..])
        {
            return weak;
        }

        await accounts.ChangePasswordAsync(account, current, next);
        await sessions.KeepOnlyAsync(me.SessionId, account, cancel);
        return null;
    }

    /// <summary>Asked before a door is taken away: the browser may have been left open.</summary>
    public async Task<Fault?> ProveAsync(Account account, string password)
        => await accounts.CheckPasswordAsync(account, password) ? null : new Fault("current", words["This is not your present password."]);
}

/// <param name="RecoveryCodes">How many are left.</param>
public sealed record OwnPage(
    Account Account, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<StaffSession> Sessions, int RecoveryCodes, Staffer Me);
