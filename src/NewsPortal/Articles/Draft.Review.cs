using NewsPortal.Accounts;
using NewsPortal.Audit;

namespace NewsPortal.Articles;

/// <summary>The draft's moves: writing, in review, sent back, approved. Each refuses what is not allowed, in a sentence.</summary>
public partial class Draft
{
    /// <summary>Hands it to whoever approves.</summary>
    /// <param name="by">Who hands it in.</param>
    /// <param name="now">UTC.</param>
    /// <param name="note">A word to the editor.</param>
    /// <exception cref="RefusedException">It is in review, or approved, or has nothing that readers do not see.</exception>
    public void HandIn(Signature by, DateTime now, string? note = null)
    {
        if (State is not (DraftState.Writing or DraftState.SentBack))
        {
            throw new RefusedException("Only what is being written can be handed in.");
        }

        State = DraftState.InReview;
        (Note, ChangedUtc) = (Trimmed(note), now);
        Record(AuditKind.HandedIn, by, now, Headline, Note);
    }

    /// <summary>Gives it back to its writer with a word about what to do.</summary>
    /// <exception cref="RefusedException">Nobody handed it in, it is planned to go out, or the note is empty.</exception>
    public void SendBack(Signature by, DateTime now, string? note)
    {
        if (State is not (DraftState.InReview or DraftState.Approved))
        {
            throw new RefusedException("Only a story in review can be sent back.");
        }

        if (ItemState == ArticleState.Scheduled)
        {
            throw new RefusedException("It is planned to go out: cancel the plan first.");
        }

        Note = Trimmed(note) ?? throw new RefusedException("Say in a note what the writer should do.");
        (State, ChangedUtc) = (DraftState.SentBack, now);
        Record(AuditKind.SentBack, by, now, Headline, Note);
    }

    /// <summary>Puts the work back to where it stood before a move that somebody thought better of.</summary>
    internal void Revert(DraftState state, string? note, Signature by, DateTime now)
    {
        (State, Note, ChangedUtc) = (state, note, now);
        Record(AuditKind.Undone, by, now, Headline);
    }

    /// <summary>Says that it may be published as it stands; the next save takes that back.</summary>
    /// <param name="by">Who has read it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="reason">Why the four-eyes rule is passed over.</param>
    /// <exception cref="RefusedException">Nobody handed it in.</exception>
    public void Approve(Signature by, DateTime now, string? reason = null)
    {
        if (State != DraftState.InReview)
        {
            throw new RefusedException("Only a story in review can be approved.");
        }

        Pass(now);
        Record(AuditKind.Approved, by, now, Headline, reason);
    }

    internal void Pass(DateTime now) => (State, Note, ChangedUtc) = (DraftState.Approved, null, now);

    private static string? Trimmed(string? note)
    {
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        return said?.Length > NoteLength ? throw new RefusedException("That is too long: at most {0} characters.", NoteLength) : said;
    }
}
