namespace NewsPortal.Comments.Privacy;

/// <summary>The paper's key for telling equal e-mail addresses, sealed. There is one.</summary>
public class EmailSecret
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required string Sealed { get; init; }
}
