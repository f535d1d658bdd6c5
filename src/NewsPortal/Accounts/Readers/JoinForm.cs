namespace NewsPortal.Accounts.Readers;

/// <summary>What somebody sends who followed the link to join.</summary>
public sealed class JoinForm
{
    /// <summary>From the link: see <see cref="JoinLinks.PathFor"/>.</summary>
    public string? Ticket { get; set; }

    public string? Name { get; set; }

    /// <summary>May be left empty: there are passkeys, and links by mail.</summary>
    public string? Password { get; set; }

    /// <summary>Keep me signed in on this computer.</summary>
    public bool Stay { get; set; }
}

/// <param name="Email">Whose mailbox the link came to.</param>
public sealed record JoinPage(JoinForm Form, string Email);
