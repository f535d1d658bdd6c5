using Microsoft.AspNetCore.Identity;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;

namespace NewsPortal.Accounts.Readers;

/// <summary>Makes a reader of somebody whose mailbox a link came to: see <see cref="JoinLinks"/>.</summary>
public sealed class Joining(NewsDb db, UserManager<Account> accounts, Enrolment enrolment, CommenterEmails emails, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The new reader; null and why not.</returns>
    /// <exception cref="RefusedException">The name cannot stand over a comment.</exception>
    public async Task<Enrolled> JoinAsync(string email, JoinForm form, CancellationToken cancel)
    {
        var name = CommentCopy.NameOf(form.Name);
        Account? account = null;
        await db.WriteAsync(async () => account = Account.OfReader(await emails.SealAsync(email, cancel), name, Now), cancel);
        var faults = string.IsNullOrEmpty(form.Password) ? [] : await enrolment.CheckPasswordAsync(account!, form.Password);
        return faults.Count > 0 ? new Enrolled(null, faults) : new Enrolled(await KeepAsync(account!, form.Password, cancel) ? account : null, []);
    }

    // The trail says that somebody joined, and not who: their name is theirs to take back.
    private async Task<bool> KeepAsync(Account account, string? password, CancellationToken cancel)
    {
        var isKept = false;
        await db.WriteAsync(
            async () =>
            {
                isKept = (await (string.IsNullOrEmpty(password) ? accounts.CreateAsync(account) : accounts.CreateAsync(account, password))).Succeeded;
                if (isKept)
                {
                    db.Add(AuditEntry.Of(AuditKind.ReaderJoined, ReaderErasure.Themselves, Now, $"reader:{account.Id}", $"{account.Id}"));
                    await db.SaveChangesAsync(cancel);
                }
            },
            cancel);
        return isKept;
    }
}
