namespace NewsPortal.Comments;

/// <summary>Why the machine holds a comment. Each has a word <c>hold.{name}</c>.</summary>
public enum HoldKind
{
    FirstComments,
    FirstLink,
    TooManyLinks,
    WordList,
    Repeat,
    Bayes,
    Mode,
    HoldsAll,
    NoScript,
    Reported,
    Surge,
    Honeypot,
    TooFast,
    BadStamp,
    NoWork,
    Rejections,
}

/// <summary>One reason for which the machine holds a comment, kept so that it can be shown.</summary>
public class Hold
{
    public const int DetailLength = 400;

    public int Id { get; private set; }

    public int CommentId { get; private set; }

    public HoldKind Kind { get; init; }

    public string? Detail { get; init; }

    /// <summary>Where in the text it hangs, if it hangs on words.</summary>
    public int? Start { get; init; }

    public int? Length { get; init; }
}
