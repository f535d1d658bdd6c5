namespace NewsPortal.Comments.Guard;

/// <summary>In how many comments that moderators decided a word stood.</summary>
public sealed class SpamWord
{
    /// <summary>Stands in every comment: its counts are those of all that was learned.</summary>
    public const long Every = 0;

    /// <summary>See <see cref="SpamWords"/>.</summary>
    public long Hash { get; init; }

    public int Spam { get; init; }

    public int Honest { get; init; }
}

/// <summary>What a comment taught, so that it teaches once and can be unlearned.</summary>
public sealed class SpamLesson
{
    public int CommentId { get; init; }

    public bool IsSpam { get; set; }
}
