using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>A comment of late: what it says, and what was decided on it.</summary>
public sealed record KnownPrint(int Id, long Print, CommentState State);

/// <summary>Notices that a comment says nearly what others said of late.</summary>
public sealed class RepeatWatch(NewsDb db)
{
    /// <summary>So many of a day say nearly the same before one more waits for that alone.</summary>
    public const int Usual = 2;

    // Of each state the newest, from its index: the cost does not grow with the paper.
    private const int Looked = 150;

    private static readonly TimeSpan Span = TimeSpan.FromDays(1);
    private static readonly CommentState[] States = [CommentState.Pending, CommentState.Approved, CommentState.Rejected, CommentState.Spam];

    private static readonly CompiledQuery<DateTime, KnownPrint> Recent = new((db, since) => States
        .Select(state => db.Comments.Where(c => c.State == state && c.QueuedUtc > since.Value).OrderByDescending(c => c.QueuedUtc).ThenByDescending(c => c.Id).Take(Looked))
        .Aggregate(Queryable.Concat).Where(c => c.Fingerprint != 0).Select(c => new KnownPrint(c.Id, c.Fingerprint, c.State)));

    private static readonly CompiledQuery<int, DateTime, KnownPrint> After = new((db, id, since) => db.Comments.Where(c => c.Id > id.Value).OrderByDescending(c => c.Id).Take(Looked)
        .Where(c => c.Fingerprint != 0 && c.PostedUtc > since.Value).Select(c => new KnownPrint(c.Id, c.Fingerprint, c.State)));

    /// <summary>What was said of late, for <see cref="LookAsync"/>. It is much to read, so it is read before others have to wait.</summary>
    /// <param name="print">Of the comment that shall be looked at.</param>
    public async Task<IReadOnlyList<KnownPrint>> ReadAsync(long print, DateTime now, CancellationToken cancel)
        => print == 0 ? [] : await Recent.Ask(db, now - Span).ToListAsync(cancel);

    /// <summary>Gives the comment the print of those it is like, and holds it where moderators refused one of them or they are many. Inside a write.</summary>
    public async Task LookAsync(Comment comment, long print, IReadOnlyList<KnownPrint> known, DateTime now, CancellationToken cancel)
    {
        if (print == 0)
        {
            return;
        }

        var since = await After.Ask(db, known.Select(other => other.Id).DefaultIfEmpty().Max(), now - Span).Where(other => States.Contains(other.State)).ToListAsync(cancel);
        var alike = since.Concat(known).Where(other => other.Id != comment.Id && SimHash.AreNear(other.Print, print)).ToList();
        comment.Print(alike.Count > 0 ? alike[0].Print : print);
        if (alike.Count >= Usual || alike.Exists(other => other.State is CommentState.Rejected or CommentState.Spam))
        {
            comment.HoldFor(HoldKind.Repeat);
        }
    }
}
