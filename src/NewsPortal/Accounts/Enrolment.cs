using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Audit;
using NewsPortal.Data;

namespace NewsPortal.Accounts;

/// <summary>Carries a one-time link out: the account, its password and the spent link are one write.</summary>
public sealed class Enrolment(NewsDb db, UserManager<Account> accounts, Words words, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Enrolled> UseAsync(OneTimeLink link, LinkForm form, CancellationToken cancel)
    {
        var faults = form.IsSetUp ? Check(form) : [];
        var account = link.Account ?? new Account(form.Email?.Trim() ?? "", form.Name?.Trim() ?? "", Role.Administrator, Now);
        faults.AddRange(await CheckPasswordAsync(account, form.Password ?? ""));
        if (faults.Count > 0)
        {
            return new Enrolled(null, faults);
        }

        try
        {
            await db.WriteAsync(() => WriteAsync(link, account, form.Password!, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Enrolled(null, [new Fault("Password", words["This link has just been used."])]);
        }

        return new Enrolled(account, []);
    }

    /// <summary>A person who has no password yet, and will choose one.</summary>
    /// <returns>Null and why not, where the address is no address or is taken.</returns>
    public async Task<Enrolled> InviteAsync(Invitation invitation, Signature by)
    {
        var faults = Check(new LinkForm { Email = invitation.Email, Name = invitation.Name });
        if (!Roles.OfStaff.Contains(invitation.Role))
        {
            return new Enrolled(null, [new Fault("Role", words["Readers join by themselves: choose a role of the newsroom."])]);
        }

        var account = new Account(invitation.Email.Trim(), invitation.Name.Trim(), invitation.Role, Now);
        account.Assign(invitation.Role, invitation.SectionIds);
        if (faults.Count == 0 && !await CreateAsync(account, by))
        {
            faults.Add(new Fault("Email", words["Somebody with this address has an account already."]));
        }

        return new Enrolled(faults.Count == 0 ? account : null, faults);
    }

    /// <summary>What a password is told before it is taken, in the person's language.</summary>
    public async Task<IReadOnlyList<Fault>> CheckPasswordAsync(Account account, string password)
    {
        var rules = accounts.Options.Password;
        var email = await accounts.GetEmailAsync(account);
        var own = new[] { email, email?.Split('@')[0], account.Name }.Where(word => word?.Length > 3);
        if (own.Any(word => password.Contains(word!, StringComparison.OrdinalIgnoreCase)))
        {
            return [new Fault("Password", words["Your own name or address is the first thing that is tried. Choose other words."])];
        }

        var isGood = (await Task.WhenAll(accounts.PasswordValidators.Select(rule => rule.ValidateAsync(accounts, account, password)))).All(result => result.Succeeded);
        return isGood ? [] : [new Fault("Password", words["Use at least {0} characters, and not the same few again and again. Four words are easy to remember.", rules.RequiredLength])];
    }

    private async Task WriteAsync(OneTimeLink link, Account account, string password, CancellationToken cancel)
    {
        link.Use(Now);
        await db.SaveChangesAsync(cancel);
        if (link.Account is null)
        {
            Demand(await accounts.CreateAsync(account, password));
            db.Add(AuditEntry.Of(AuditKind.SetUp, account.Signature, Now, $"account:{account.Id}", account.Name));
            await db.SaveChangesAsync(cancel);
            return;
        }

        if (account.PasswordHash is not null)
        {
            Demand(await accounts.RemovePasswordAsync(account));
        }

        account.ForgetReset();
        Demand(await accounts.AddPasswordAsync(account, password));
    }

    // The account and its line in the audit trail are one write.
    private async Task<bool> CreateAsync(Account account, Signature by)
    {
        var isMade = false;
        await db.WriteAsync(async () =>
        {
            isMade = (await accounts.CreateAsync(account)).Succeeded;
            if (isMade)
            {
                db.Add(AuditEntry.Of(AuditKind.Invited, by, Now, $"account:{account.Id}", account.Name, account.Role.ToString()));
                await db.SaveChangesAsync();
            }
        });
        return isMade;
    }

    private List<Fault> Check(LinkForm form)
    {
        List<Fault> faults = [];
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > Account.NameLength)
        {
            faults.Add(new Fault("Name", words["Say the name that colleagues will see."]));
        }

        if (!MailAddress.TryCreate(form.Email, out _) || form.Email.Length > Account.EmailLength)
        {
            faults.Add(new Fault("Email", words["Type an address such as name@example.org."]));
        }

        return faults;
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}

/// <param name="SectionIds">None: the whole paper.</param>
public sealed record Invitation(string Email, string Name, Role Role, IReadOnlyList<int> SectionIds);

/// <param name="Account">Null when <paramref name="Faults"/> say why not.</param>
public sealed record Enrolled(Account? Account, IReadOnlyList<Fault> Faults);

/// <summary>What is wrong with a field of a form, and what to do, in the person's language.</summary>
public sealed record Fault(string Field, string Words);
