namespace NewsPortal.Comments;

/// <summary>How many comments of a section stand in a queue. Kept by <see cref="CommentTally"/>, so that no page counts.</summary>
public class QueueCount
{
    /// <summary>The section of comments on pages that stand in none.</summary>
    public const int NoSection = 0;

    public required int SectionId { get; init; }

    public required CommentQueue Queue { get; init; }

    public int Count { get; init; }
}
