using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Accounts;

/// <summary>What a person reads and changes of their own account.</summary>
public sealed class OwnAccount(NewsDb db, UserManager<Account> accounts, StaffSessions sessions, Enrolment enrolment, Words words)
{
    public async Task<OwnPage> ReadAsync(Member me, CancellationToken cancel)
    {
        var account = await FindAsync(me, cancel);
        var open = await db.StaffSessions.AsNoTracking().Where(s => s.AccountId == me.Id && s.EndedUtc == null && s.Stamp == account.SecurityStamp)
            .OrderByDescending(s => s.SeenUtc).Take(20).ToListAsync(cancel);
        return new OwnPage(account, [.. await accounts.GetPasskeysAsync(account)], open, await accounts.CountRecoveryCodesAsync(account), me)
        {
            Email = (await accounts.GetEmailAsync(account))!,
        };
    }

    public Task<Account> FindAsync(Member me, CancellationToken cancel)
        => db.Accounts.Include(account => account.Sections).SingleAsync(account => account.Id == me.Id, cancel);

    public async Task<Fault?> RenameAsync(Member me, string name, CancellationToken cancel)
    {
        if (name.Trim() is not { Length: > 0 and <= Account.NameLength } good)
        {
            return new Fault("name", words["Say the name that colleagues will see."]);
        }

        (await FindAsync(me, cancel)).Rename(good);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<Fault?> ChangePasswordAsync(Member me, string current, string next, CancellationToken cancel)
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

        await (account.PasswordHash is null ? accounts.AddPasswordAsync(account, next) : accounts.ChangePasswordAsync(account, current, next));
        await sessions.KeepOnlyAsync(me.SessionId, account, cancel);
        return null;
    }

    public async Task<Fault?> RemovePasskeyAsync(Member me, string key, string current, CancellationToken cancel)
    {
        var account = await FindAsync(me, cancel);
        if (await ProveAsync(account, current) is { } wrong)
        {
            return wrong;
        }

        if (Base64Url.IsValid(key))
        {
            await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(key));
        }

        return null;
    }

    /// <summary>Asked before a door is taken away: the browser may have been left open. A reader may have no password.</summary>
    public async Task<Fault?> ProveAsync(Account account, string password)
        => account.PasswordHash is null || await accounts.CheckPasswordAsync(account, password) ? null : new Fault("current", words["This is not your present password."]);
}

/// <param name="RecoveryCodes">How many are left.</param>
public sealed record OwnPage(
    Account Account, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<StaffSession> Sessions, int RecoveryCodes, Member Me)
{
    public required string Email { get; init; }
}
