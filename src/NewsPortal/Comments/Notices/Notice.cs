namespace NewsPortal.Comments.Notices;

/// <summary>About what a letter is.</summary>
public enum NoticeKind
{
    /// <summary>Whether letters are wanted at all.</summary>
    Confirmation,

    /// <summary>Somebody answered.</summary>
    Answer,

    /// <summary>It is not published.</summary>
    Rejection,

    /// <summary>What became of the second look.</summary>
    SecondLook,
}

/// <summary>
/// Something that its writer is to be told of a comment. The database keeps one of each, so that what is found twice is told
/// once; the row stays after the letter went, and says that it did.
/// </summary>
public class Notice
{
    /// <summary>So often a letter is tried that the other side refuses for good.</summary>
    public const int MostRefusals = 3;

    /// <summary>So often one is tried that may pass another time.</summary>
    public const int MostTries = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private Notice()
    {
    }

    public int Id { get; private set; }

    public int WishId { get; private set; }

    public LetterWish? Wish { get; private set; }

    public NoticeKind Kind { get; private set; }

    /// <summary>The comment that is an answer, or the decision on their own; null of a confirmation.</summary>
    public int? TellsOf { get; private set; }

    /// <summary>Not before that.</summary>
    public DateTime DueUtc { get; private set; }

    /// <summary>The letter went, or there was nothing to tell any more; null while it is to be sent.</summary>
    public DateTime? DoneUtc { get; private set; }

    public bool IsSent { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Asks whether letters are wanted.</summary>
    public static Notice Asking(LetterWish wish, DateTime now) => new() { Wish = wish, Kind = NoticeKind.Confirmation, DueUtc = now };

    public static Notice Of(int wishId, NoticeKind kind, int tellsOf, DateTime due) => new() { WishId = wishId, Kind = kind, TellsOf = tellsOf, DueUtc = due };

    public void Sent(DateTime now) => (IsSent, DoneUtc) = (true, now);

    /// <summary>There is nothing to tell any more.</summary>
    public void Drop(DateTime now) => DoneUtc = now;

    /// <returns>Whether it is given up.</returns>
    public bool Fail(bool isForGood, DateTime now)
    {
        Tries++;
        if (Tries >= (isForGood ? MostRefusals : MostTries))
        {
            DoneUtc = now;
            return true;
        }

        var pause = FirstPause * Math.Pow(4, Tries - 1);
        DueUtc = now + (pause < LongestPause ? pause : LongestPause);
        return false;
    }
}
