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
    HoldsAll,
    NoScript,
    Reported,
    Surge,
    Honeypot,
    TooFast,
    BadStamp,
    NoWork,
    Rejections,

    /// <summary>It was kept from readers, and its writer asked for a second look.</summary>
    Appealed,
}

/// <summary>One reason for which the machine holds a comment, kept so that it can be shown.</summary>
public class Hold
{
    public const int DetailLength = 400;

    /// <summary>What is found in a comment's words, and not in who sent it or how.</summary>
    public static readonly HoldKind[] OfWords = [HoldKind.FirstLink, HoldKind.TooManyLinks, HoldKind.WordList, HoldKind.Repeat, HoldKind.Bayes];

    public int Id { get; private set; }

    public int CommentId { get; private set; }

    public HoldKind Kind { get; init; }

    public string? Detail { get; init; }

    /// <summary>Where in the text it hangs, if it hangs on words.</summary>
    public int? Start { get; init; }

    public int? Length { get; init; }
}
