using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>What a reader wrote, as they see it themselves: what others do not see, and what may still be changed.</summary>
public sealed record OwnComment(int Id, CommentState State, string Name, string BodyHtml, DateTime PostedUtc)
{
    /// <summary>Why it is not published, where they are told that.</summary>
    public OwnVerdict? Verdict { get; init; }

    /// <summary>They asked for a second look.</summary>
    public bool IsContested { get; init; }

    /// <summary>It may still be changed or withdrawn.</summary>
    public bool IsChangeable { get; init; }
}

/// <summary>Why a comment is not published, in so far as its writer is told.</summary>
public sealed record OwnVerdict(bool IsSpam, RejectionReason? Reason, string? Note);

/// <summary>Reads what readers of their own comments see: nobody else is given these rows.</summary>
public sealed class OwnComments(NewsDb db, CommentSettings settings, TimeProvider clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those under one story, the newest last.</summary>
    public async Task<IReadOnlyList<OwnComment>> ReadAsync(int commenterId, int storyId, CancellationToken cancel)
    {
        var (since, fresh) = (Now - Remembered, Now - settings.ChangeableFor);
        var lines = await db.Comments.AsNoTracking()
            .Where(c => c.CommenterId == commenterId && c.PostedUtc > since && c.ArticleId == storyId && c.State != CommentState.Withdrawn)
            .Where(c => c.State != CommentState.Approved || (c.PostedUtc > fresh && c.Decisions.Any(d => d.Rule == DecisionRule.PostModerated && d.UndoneUtc == null && d.AtUtc == c.DecidedUtc)))
            .OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new
            {
                Own = new OwnComment(c.Id, c.State, c.Name, c.BodyHtml, c.PostedUtc) { IsContested = c.Appeals.Count > 0 },
                c.DecidedUtc,
                Reason = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault(),
                Note = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).Select(d => d.WriterNote).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. lines.AsEnumerable().Reverse().Select(line => line.Own with
        {
            IsChangeable = IsChangeable(line.Own.State, line.DecidedUtc, line.Own.PostedUtc, isByRule: true),
            Verdict = IsToldWhy(line.Own.State, line.DecidedUtc) ? new OwnVerdict(line.Own.State == CommentState.Spam, line.Reason, line.Note) : null,
        })];
    }

    /// <summary>Its writer may still change or withdraw it, as far as they are told.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="decidedUtc">Since when.</param>
    /// <param name="postedUtc">When it was sent.</param>
    /// <param name="isByRule">No person read it: see <see cref="DecisionRule.PostModerated"/>.</param>
    public bool IsChangeable(CommentState state, DateTime? decidedUtc, DateTime postedUtc, bool isByRule) => Now - postedUtc < settings.ChangeableFor && state switch
    {
        CommentState.Approved => isByRule,
        CommentState.Pending => decidedUtc is null,
        _ => Telling.Of(state, decidedUtc, Now) == CommentState.Pending,
    };

    /// <summary>Its writer is told that it is not published, and why.</summary>
    public bool IsToldWhy(CommentState state, DateTime? decidedUtc) => Telling.Of(state, decidedUtc, Now) == CommentState.Rejected;

    /// <summary>One that its writer may still change; null where there is none.</summary>
    public async Task<Comment?> FindChangeableAsync(int? commenterId, int id, CancellationToken cancel)
    {
        var since = Now - settings.ChangeableFor;
        var comment = commenterId is null ? null : await db.Comments.Include(c => c.Article!.Section).Include(c => c.Commenter).Include(c => c.Holds).Include(c => c.Decisions.OrderBy(d => d.Id)).AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == id && c.CommenterId == commenterId && c.PostedUtc > since, cancel);
        return comment?.IsUnread == true ? comment : null;
    }
}
