namespace NewsPortal.Changes;

/// <summary>
/// A part of this process that keeps in memory what changes make old. It is called by one thread at a time, in the order
/// of registration, and must neither wait nor throw: the others, and the writer who published, wait for it. One that throws
/// starts over.
/// </summary>
public interface IChangeFollower
{
    /// <summary>The feed is followed from now on, for the first time or after its place was lost: everything kept may be old.</summary>
    void StartOver();

    /// <summary>Changes in the order of <see cref="Change.Seq"/>, each of them once.</summary>
    void Follow(IReadOnlyList<Change> changes);
}
