namespace NewsPortal.Comments.Notices;

/// <summary>Whoever wrote a comment wants to be told what becomes of it. It goes with the comment, and with it all its notices.</summary>
public class LetterWish
{
    public int Id { get; private set; }

    public int CommentId { get; init; }

    public int SubscriberId { get; init; }

    public required Subscriber Subscriber { get; init; }

    public DateTime AtUtc { get; init; }

    public List<Notice> Notices { get; private set; } = [];
}
