namespace NewsPortal.Comments.Guard;

/// <summary>When a form was begun, so that each is sent once only.</summary>
public class UsedStamp
{
    public const int NonceLength = 32;

    public required string Nonce { get; init; }

    /// <summary>After that the stamp is too old anyway.</summary>
    public required DateTime ExpiresUtc { get; init; }
}
