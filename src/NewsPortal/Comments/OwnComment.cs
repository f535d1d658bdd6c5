using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>What a reader wrote and others do not see, as they see it themselves.</summary>
/// <param name="Reason">Why it was rejected, if it was.</param>
public sealed record OwnComment(int Id, CommentState State, string Name, string BodyHtml, DateTime PostedUtc, RejectionReason? Reason)
{
    /// <summary>It may still be changed or withdrawn.</summary>
    public bool IsChangeable { get; init; }
}

/// <summary>Reads what readers of their own comments see: nobody else is given these rows.</summary>
public sealed class OwnComments(NewsDb db, CommentSettings settings, TimeProvider clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those under one story, the newest last. What counts as spam is said to wait: the machine may be wrong, and senders of spam learn nothing.</summary>
    public async Task<IReadOnlyList<OwnComment>> ReadAsync(int commenterId, int storyId, CancellationToken cancel)
    {
        var (now, since) = (Now, Now - Remembered);
        var lines = await db.Comments.AsNoTracking()
            .Where(c => c.CommenterId == commenterId && c.PostedUtc > since && c.ArticleId == storyId && c.State != CommentState.Approved && c.State != CommentState.Withdrawn)
            .OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new OwnComment(
                c.Id, c.State, c.Name, c.BodyHtml, c.PostedUtc, c.State == CommentState.Rejected ? c.Decisions.OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault() : null))
            .ToListAsync(cancel);
        return [.. lines.AsEnumerable().Reverse().Select(line => line with { IsChangeable = line.State == CommentState.Pending && now - line.PostedUtc < settings.ChangeableFor })];
    }

    /// <summary>One that its writer may still change; null where there is none.</summary>
    public async Task<Comment?> FindChangeableAsync(int? commenterId, int id, CancellationToken cancel)
    {
        var since = Now - settings.ChangeableFor;
        return commenterId is null ? null : await db.Comments.Include(c => c.Article!.Section)
            .FirstOrDefaultAsync(c => c.Id == id && c.CommenterId == commenterId && c.State == CommentState.Pending && c.PostedUtc > since, cancel);
    }
}
