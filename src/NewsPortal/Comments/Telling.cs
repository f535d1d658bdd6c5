namespace NewsPortal.Comments;

/// <summary>
/// What the writer of a comment is told that became of it, the same on every page, in letters and in what they take along.
/// What counts as spam is said to wait for a day: its senders learn nothing while it could help them, and whoever sends
/// none can still appeal.
/// </summary>
public static class Telling
{
    public static readonly TimeSpan SpamAfter = TimeSpan.FromDays(1);

    /// <summary>Spam is called rejected once it is told; the verdict says what it was taken for.</summary>
    public static CommentState Of(CommentState state, DateTime? decidedUtc, DateTime now) => state != CommentState.Spam ? state
        : now - decidedUtc >= SpamAfter ? CommentState.Rejected : CommentState.Pending;
}
