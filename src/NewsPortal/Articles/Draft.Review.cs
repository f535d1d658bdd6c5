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
        Note = Trimmed(note);
        Record(AuditKind.HandedIn, by, now, Headline, Note);
    }

    /// <summary>Gives it back to its writer with a word about what to do.</summary>
    /// <exception cref="RefusedException">Nobody handed it in, or the note is empty.</exception>
    public void SendBack(Signature by, DateTime now, string? note)
    {
        if (State is not (DraftState.InReview or DraftState.Approved))
        {
            throw new RefusedException("Only a story in review can be sent back.");
        }

        Note = Trimmed(note) ?? throw new RefusedException("Say in a note what the writer should do.");
        State = DraftState.SentBack;
        Record(AuditKind.SentBack, by, now, Headline, Note);
    }

    private static string? Trimmed(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
