namespace NewsPortal.Accounts;

/// <summary>What somebody at the door sends.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>Keep me signed in on this computer.</summary>
    public bool Stay { get; set; }

    /// <summary>Where they were going. Only addresses of this site are followed.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>Set after the password was right, where a second factor is asked for: see <see cref="SecondFactor"/>.</summary>
    public string? Ticket { get; set; }

    /// <summary>The code of the second step, or a recovery code.</summary>
    public string? Code { get; set; }
}
