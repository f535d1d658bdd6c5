using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>Notices that a comment says nearly what others said of late.</summary>
public sealed class RepeatWatch(NewsDb db)
{
    /// <summary>So many of a day say nearly the same before one more waits for that alone.</summary>
    public const int Usual = 2;

    // Of each state the newest, from its index: the cost does not grow with the paper.
    private const int Looked = 150;

    private static readonly TimeSpan Span = TimeSpan.FromDays(1);
    private static readonly CommentState[] States = [CommentState.Pending, CommentState.Approved, CommentState.Rejected, CommentState.Spam];

    /// <summary>Gives the comment the print of those it is like, and holds it where moderators refused one of them or they are many. Inside a write.</summary>
    public async Task LookAsync(Comment comment, long print, DateTime now, CancellationToken cancel)
    {
        if (print == 0)
        {
            return;
        }

        var since = now - Span;
        var recent = await States.Select(state => db.Comments.Where(c => c.State == state && c.PostedUtc > since).OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(Looked))
            .Aggregate(Queryable.Concat).Where(c => c.Fingerprint != 0).Select(c => new { c.Fingerprint, c.State }).ToListAsync(cancel);
        var alike = recent.FindAll(other => SimHash.AreNear(other.Fingerprint, print));
        comment.Print(alike.Count > 0 ? alike[0].Fingerprint : print);
        if (alike.Count >= Usual || alike.Exists(other => other.State is CommentState.Rejected or CommentState.Spam))
        {
            comment.HoldFor(HoldKind.Repeat);
        }
    }
}
