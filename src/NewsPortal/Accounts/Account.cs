using Microsoft.AspNetCore.Identity;
using NewsPortal.Comments.Privacy;

namespace NewsPortal.Accounts;

/// <summary>
/// A person of the newsroom, or a reader who joined. The sign-in name is the e-mail address. Nobody of the newsroom is
/// ever deleted, since what they did is signed with their account: they are disabled. A reader is erased when they ask.
/// </summary>
public class Account : IdentityUser<int>
{
    public const int NameLength = Signature.NameLength;
    public const int EmailLength = 254;

    private Account()
    {
    }

    public Account(string email, string name, Role role, DateTime now)
    {
        UserName = email;
        Email = email;
        Name = name;
        Role = role;
        CreatedUtc = now;
    }

    /// <summary>Of a reader, whose address the database alone does not tell: see <see cref="AccountStore"/>. Null of colleagues.</summary>
    public string? EmailSealed { get; private set; }

    public string Name { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>The sections they are limited to; none: the whole paper.</summary>
    public List<AccountSection> Sections { get; private set; } = [];

    public DateTime CreatedUtc { get; private set; }

    public DateTime? DisabledUtc { get; private set; }

    /// <summary>When they asked for a new password and no letter could be sent: an administrator has to hand the link over.</summary>
    public DateTime? ResetAskedUtc { get; private set; }

    /// <summary>The last one-time code taken, and when: a code read over a shoulder is worth nothing (RFC 6238, section 5.2).</summary>
    public string? LastCode { get; private set; }

    public DateTime? LastCodeUtc { get; private set; }

    public Signature Signature => new(Id, Name);

    /// <summary>Where the door leads them who were going nowhere else.</summary>
    public string Home => Role == Role.Reader ? "/account/me" : "/admin";

    public static Account OfReader(SealedEmail email, string name, DateTime now)
        => new() { UserName = email.Key, EmailSealed = email.Text, Name = name, Role = Role.Reader, CreatedUtc = now };

    public void Rename(string name) => Name = name;

    /// <exception cref="RefusedException">Nobody is made a reader.</exception>
    public void Assign(Role role, IEnumerable<int> sectionIds)
    {
        if (role == Role.Reader)
        {
            throw new RefusedException("Readers join by themselves: choose a role of the newsroom.");
        }

        Role = role;
        Sections.Clear();
        Sections.AddRange(sectionIds.Distinct().Select(id => new AccountSection { SectionId = id }));
    }

    public void Disable(DateTime now) => DisabledUtc ??= now;

    public void Enable() => DisabledUtc = null;

    public void AskForReset(DateTime now) => ResetAskedUtc = now;

    public void ForgetReset() => ResetAskedUtc = null;

    /// <summary>False when this very code was taken before.</summary>
    public bool TakeCode(string code, DateTime now)
    {
        if (LastCode == code && LastCodeUtc > now.AddMinutes(-10))
        {
            return false;
        }

        (LastCode, LastCodeUtc) = (code, now);
        return true;
    }
}

public class AccountSection
{
    public int AccountId { get; private set; }

    public int SectionId { get; init; }
}
