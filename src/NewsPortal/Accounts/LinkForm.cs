namespace NewsPortal.Accounts;

/// <summary>What somebody who follows a one-time link sends.</summary>
public sealed class LinkForm
{
    public string? Token { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>Keep me signed in on this computer.</summary>
    public bool Stay { get; set; }

    /// <summary>Whether the link makes a new account, which needs a name and an address.</summary>
    public bool IsSetUp { get; set; }
}
