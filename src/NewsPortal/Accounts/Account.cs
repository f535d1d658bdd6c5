using Microsoft.AspNetCore.Identity;

namespace NewsPortal.Accounts;

/// <summary>
/// A person of the newsroom. The sign-in name is the e-mail address; nobody is ever deleted, since what they did is
/// signed with their account: they are disabled.
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

    public void Rename(string name) => Name = name;

    public void Assign(Role role, IEnumerable<int> sectionIds)
    {
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
