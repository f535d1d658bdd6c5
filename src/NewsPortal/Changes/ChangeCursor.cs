namespace NewsPortal.Changes;

/// <summary>How far an <see cref="IChangeConsumer"/> came in the change feed, and whose turn it is to carry on.</summary>
public class ChangeCursor
{
    public const int NameLength = 64;

    public required string Name { get; init; }

    /// <summary>Everything up to here was carried.</summary>
    public long Seq { get; init; }

    /// <summary>One turn of one instance; null while none has it.</summary>
    public Guid? Claim { get; init; }

    /// <summary>Nobody else takes a turn before: the present one ends by then, or the last one failed and pauses.</summary>
    public DateTime FreeUtc { get; init; }

    /// <summary>Turns that failed since one did not.</summary>
    public int Failures { get; init; }
}
