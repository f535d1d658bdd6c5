using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Notices;

/// <summary>
/// Finds in the moderators' decisions what somebody is to be told. A decision is told of when it can no longer be undone
/// in passing; found twice, it is noted once.
/// </summary>
public sealed class DecisionWatch(NewsDb db)
{
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Of answers to one comment, a letter tells so often at most.</summary>
    public static readonly TimeSpan AnswersEvery = TimeSpan.FromMinutes(15);

    private const int Most = 200;

    /// <summary>The newest of all; 0 where there is none.</summary>
    public async Task<long> NewestAsync(CancellationToken cancel) => await db.Decisions.MaxAsync(d => (long?)d.Id, cancel) ?? 0;

    public async Task<IReadOnlyList<Decision>> NextAsync(long after, DateTime now, CancellationToken cancel)
    {
        var next = await db.Decisions.AsNoTracking().Where(d => d.Id > after).OrderBy(d => d.Id).Take(Most).ToListAsync(cancel);
        return [.. next.TakeWhile(decision => decision.AtUtc <= now - Settled)];
    }

    public async Task NoteAsync(IReadOnlyList<Decision> decisions, DateTime now, CancellationToken cancel)
    {
        var ids = decisions.Where(decision => decision.UndoneUtc is null).Select(decision => decision.CommentId).ToHashSet();
        var wished = (await Wished(ids).ToListAsync(cancel)).Where(comment => comment.OwnWish is not null || comment.ParentWish is not null).ToDictionary(comment => comment.Id);
        foreach (var decision in decisions.Where(decision => decision.UndoneUtc is null && wished.ContainsKey(decision.CommentId)))
        {
            await NoteAsync(decision, wished[decision.CommentId], now, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private IQueryable<WishedComment> Wished(IReadOnlyCollection<int> ids) => db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id))
        .Select(c => new WishedComment(
            c.Id,
            db.LetterWishes.Where(w => w.CommentId == c.Id).Select(w => (int?)w.Id).FirstOrDefault(),
            db.LetterWishes.Where(w => w.CommentId == c.ParentId).Select(w => (int?)w.Id).FirstOrDefault(),
            (c.CommenterId != null && c.CommenterId == c.Parent!.CommenterId) || (c.EmailKey != null && c.EmailKey == c.Parent!.EmailKey),
            c.Appeals.Select(a => (DateTime?)a.AtUtc).FirstOrDefault()));

    private async Task NoteAsync(Decision decision, WishedComment comment, DateTime now, CancellationToken cancel)
    {
        if (decision.Verdict == CommentState.Approved && comment is { ParentWish: { } asked, IsToSelf: false })
        {
            await AddAsync(asked, NoticeKind.Answer, comment.Id, await DueAsync(asked, now, cancel), cancel);
        }

        var isHidden = decision.Verdict is CommentState.Rejected or CommentState.Spam;
        if (comment.OwnWish is { } own && (isHidden || decision.Verdict == CommentState.Approved))
        {
            var isSecond = comment.AppealedUtc <= decision.AtUtc;
            if (isHidden || isSecond)
            {
                var due = decision.Verdict == CommentState.Spam ? decision.AtUtc + Telling.SpamAfter : now;
                await AddAsync(own, isSecond ? NoticeKind.SecondLook : NoticeKind.Rejection, decision.Id, due, cancel);
            }
        }
    }

    private async Task AddAsync(int wish, NoticeKind kind, int tellsOf, DateTime due, CancellationToken cancel)
    {
        var isKnown = db.Notices.Local.Any(n => n.Kind == kind && n.TellsOf == tellsOf) || await db.Notices.AnyAsync(n => n.Kind == kind && n.TellsOf == tellsOf, cancel);
        if (!isKnown)
        {
            db.Add(Notice.Of(wish, kind, tellsOf, due));
        }
    }

    private async Task<DateTime> DueAsync(int wish, DateTime now, CancellationToken cancel)
        => await db.Notices.Where(n => n.WishId == wish && n.Kind == NoticeKind.Answer && n.IsSent).MaxAsync(n => n.DoneUtc, cancel) + AnswersEvery is { } next && next > now ? next : now;

    private sealed record WishedComment(int Id, int? OwnWish, int? ParentWish, bool IsToSelf, DateTime? AppealedUtc);
}
