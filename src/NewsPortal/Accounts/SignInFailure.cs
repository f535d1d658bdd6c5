namespace NewsPortal.Accounts;

/// <summary>Tries that came to nothing, by the hash of what they have in common.</summary>
public class SignInFailure
{
    public required string Key { get; init; }

    public int Count { get; set; }

    /// <summary>When the count is forgotten; moved by each new try.</summary>
    public DateTime UntilUtc { get; set; }
}
