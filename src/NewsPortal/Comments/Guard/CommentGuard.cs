using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>What could be seen of a comment before it is kept.</summary>
/// <param name="Stamp">Null where there is none, or none of ours.</param>
public sealed record Examined(CommentForm Form, CommentCopy Copy, Stamp? Stamp, ReadText Text);

/// <summary>
/// Writes down what speaks for reading a comment before it is shown. It refuses nothing and drops nothing: the paper's mode
/// decides what becomes of a comment that has holds.
/// </summary>
public sealed class CommentGuard(NewsDb db, Stamps stamps, TextWatch texts, GuardSettings settings, CommentSettings comments)
{
    // Whoever was refused of late, and as often as one in so many, is read first again.
    private const int FewOf = 4;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>What needs no write: the words, the stamp, what others said.</summary>
    public async Task<Examined> ExamineAsync(CommentForm form, CommentCopy copy, DateTime now, CancellationToken cancel)
        => new(form, copy, form.Stamp is { Length: > 0 } stamp ? stamps.Read(stamp) : null, await texts.ReadAsync(copy.Body, now, cancel));

    /// <summary>What needs no write, of words that shall take the place of others.</summary>
    public Task<ReadText> ReadAsync(string body, DateTime now, CancellationToken cancel) => texts.ReadAsync(body, now, cancel);

    /// <summary>Weighs the words of a comment again after they were changed. Load it with its writer. Inside a write.</summary>
    public Task WeighAgainAsync(Comment comment, CommentCopy copy, ReadText text, DateTime now, CancellationToken cancel)
    {
        WeighLinks(comment, comment.Commenter!, copy.Links);
        return texts.WeighAsync(comment, text, now, cancel);
    }

    /// <summary>Holds the comment for each thing that speaks for it. Inside a write.</summary>
    public async Task WeighAsync(Comment comment, Commenter commenter, Examined examined, DateTime now, CancellationToken cancel)
    {
        Hold(comment, HoldKind.HoldsAll, commenter.HoldsAll);
        Hold(comment, HoldKind.FirstComments, commenter.Approved < comments.FirstApproved);
        Hold(comment, HoldKind.Rejections, IsRefusedOften(commenter, now));
        WeighLinks(comment, commenter, examined.Copy.Links);
        Hold(comment, HoldKind.Honeypot, !string.IsNullOrEmpty(examined.Form.Website));
        await WeighStampAsync(comment, commenter, examined, now, cancel);
        await texts.WeighAsync(comment, examined.Text, now, cancel);
    }

    private void WeighLinks(Comment comment, Commenter commenter, int links)
    {
        Hold(comment, HoldKind.TooManyLinks, links > settings.FreeLinks);
        Hold(comment, HoldKind.FirstLink, links > 0 && links <= settings.FreeLinks && commenter.Approved == 0);
    }

    private async Task WeighStampAsync(Comment comment, Commenter commenter, Examined examined, DateTime now, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(examined.Form.Stamp))
        {
            Hold(comment, HoldKind.NoScript, commenter.Approved < settings.TrustedAfter);
            return;
        }

        if (examined.Stamp is not { } stamp || await Stamps.IsUsedAsync(db, stamp, now, cancel))
        {
            comment.HoldFor(HoldKind.BadStamp);
            return;
        }

        Hold(comment, HoldKind.TooFast, now - stamp.GivenUtc < settings.Least);
        Hold(comment, HoldKind.NoWork, !ProofOfWork.IsDone(examined.Form.Stamp, examined.Form.Work, settings.WorkBits));
    }

    private static bool IsRefusedOften(Commenter commenter, DateTime now)
        => commenter.LastRejectedUtc > now - Lately && (commenter.Rejected + commenter.Spam) * FewOf >= commenter.Approved;

    private static void Hold(Comment comment, HoldKind kind, bool applies)
    {
        if (applies)
        {
            comment.HoldFor(kind);
        }
    }
}
