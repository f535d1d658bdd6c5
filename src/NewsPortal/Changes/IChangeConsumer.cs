namespace NewsPortal.Changes;

/// <summary>
/// A part of the paper that carries changes to somebody outside, and so must not begin anew with each process: how far it
/// came is a row (<see cref="ChangeCursor"/>). One instance of the paper at a time carries on, whichever it is. What fails
/// is tried again after ever longer pauses, and holds up no other consumer.
/// </summary>
public interface IChangeConsumer
{
    /// <summary>
    /// Changes in the order of <see cref="Change.Seq"/>. They count as carried when this returns; the same ones come again
    /// when it throws, or when the process ended before that was noted.
    /// </summary>
    /// <param name="cancel">Given up when it takes too long.</param>
    Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancel);

    /// <summary>Nobody carried on for longer than changes are kept: there were some that are gone.</summary>
    Task StartOverAsync(CancellationToken cancel);
}
