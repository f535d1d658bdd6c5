using Microsoft.AspNetCore.Identity;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;

namespace NewsPortal.Accounts.Readers;

/// <summary>Makes a reader of somebody whose mailbox a link came to. The link is good until it was used, for a day.</summary>
public sealed class Joining(NewsDb db, UserManager<Account> accounts, Enrolment enrolment, CommenterEmails emails, Tickets tickets, TimeProvider clock)
{
    private const string Purpose = "Join";
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // In the query, because paths are logged and queries are not.
    public string PathFor(string email) => $"/account/join/confirmation?ticket={tickets.Make(Purpose, email, Patience)}";

    /// <returns>The address that the ticket is for; null where it is none of ours, too old, or used.</returns>
    public async Task<string?> FindAsync(string? ticket)
        => tickets.Read(Purpose, ticket) is { } email && await accounts.FindByEmailAsync(email) is null ? email : null;

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
