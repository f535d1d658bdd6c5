namespace NewsPortal.Breaking;

public enum RaisingOutcome
{
    Raised,

    /// <summary>By this very form, which was sent twice.</summary>
    RaisedBefore,

    /// <summary>The same words, or the same story, are on air, or somebody has followed it up already.</summary>
    SameOnAir,

    /// <summary>As many are on air as there may be, and nobody said which of them leaves.</summary>
    NoRoom,
}

/// <param name="Flash">The one that was raised; the one that says the same; the one at the bottom, where there is no room.</param>
public sealed record Raising(RaisingOutcome Outcome, Flash Flash);

/// <summary>A flash to be raised, and what the editor has said about those on air.</summary>
/// <param name="Key">See <see cref="Flash.Key"/>.</param>
public sealed record RaisingOrder(FlashCopy Copy, Guid Key)
{
    /// <summary>The flash that this one follows up and replaces.</summary>
    public int? FollowsId { get; init; }

    /// <summary>The flash that leaves if there is no room.</summary>
    public int? GivesWayId { get; init; }

    public bool EvenIfSame { get; init; }
}
