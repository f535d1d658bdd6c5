using NewsPortal.Accounts;

namespace NewsPortal.Comments;

/// <summary>
/// One move of a moderator, or of a policy, on a comment. It is written in the transaction of the move and says ever
/// after who decided what, why and when; undoing adds when, and takes nothing away.
/// </summary>
public class Decision
{
    public const int NoteLength = 500;

    private Decision()
    {
    }

    public int Id { get; private set; }

    public int CommentId { get; private set; }

    public Comment? Comment { get; private set; }

    public int? CommenterId { get; private set; }

    /// <summary>Of the comment, when it was decided.</summary>
    public int? SectionId { get; private set; }

    /// <summary>What one form decided.</summary>
    public Guid Batch { get; private set; }

    public string By { get; private set; } = "";

    public int? ById { get; private set; }

    public CommentState Verdict { get; private set; }

    public CommentState FromState { get; private set; }

    public DateTime? FromDecidedUtc { get; private set; }

    /// <summary>Open reports that it ruled on.</summary>
    public int FromReports { get; private set; }

    public RejectionReason? Reason { get; private set; }

    /// <summary>For colleagues; its writer never reads it.</summary>
    public string? Note { get; private set; }

    /// <summary>For its writer, with the reason.</summary>
    public string? WriterNote { get; private set; }

    public DecisionRule? Rule { get; private set; }

    public DateTime AtUtc { get; private set; }

    public DateTime? UndoneUtc { get; private set; }

    internal static Decision Of(Comment comment, Ruling ruling, Signature by, DateTime now) => new()
    {
        Comment = comment,
        CommenterId = comment.CommenterId,
        SectionId = comment.SectionId,
        Batch = ruling.Batch,
        By = by.Name,
        ById = by.AccountId,
        Verdict = ruling.Verdict,
        FromState = comment.State,
        FromDecidedUtc = comment.DecidedUtc,
        FromReports = comment.Reports,
        Reason = ruling.Verdict == CommentState.Rejected ? ruling.Reason ?? RejectionReason.Other : null,
        Note = Said(ruling.Note),
        WriterNote = ruling.Verdict == CommentState.Rejected ? Said(ruling.WriterNote) : null,
        Rule = ruling.Rule,
        AtUtc = now,
    };

    /// <summary>That somebody decided stays; on whom, and what was said of them, does not.</summary>
    internal void Forget() => (CommenterId, Note, WriterNote) = (null, null, null);

    internal void Undo(DateTime now) => UndoneUtc = now;

    private static string? Said(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : typed.Trim() is { Length: <= NoteLength } note ? note
        : throw new RefusedException("That is too long: at most {0} characters.", NoteLength);
}
