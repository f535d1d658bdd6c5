using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>Notices, where comments and reports are kept, that a story gets more of them than moderators can read.</summary>
public sealed class SurgeWatch(NewsDb db, CommentSettings settings)
{
    /// <summary>In a surge a writer waits so long between two comments under the story.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private static readonly CompiledQuery<int, Surge> Under = new((db, story) => db.Surges.Where(s => s.ArticleId == story.Value));

    // In these an index knows when they came. What was withdrawn counts for nobody.
    private static readonly CommentState[] Counted = [CommentState.Pending, CommentState.Approved, CommentState.Rejected, CommentState.Spam];

    /// <summary>Whether there is one under the story with a comment more. Inside a write.</summary>
    public async Task<bool> IsOnAsync(int storyId, DateTime now, CancellationToken cancel)
    {
        var (most, since) = (settings.SurgeComments, now - Span);
        var came = most == 0 ? 0 : await db.Comments.Where(c => c.ArticleId == storyId && Counted.Contains(c.State) && c.QueuedUtc > since && c.PostedUtc > since)
            .OrderBy(c => c.QueuedUtc).Take(most).CountAsync(cancel);
        return await WeighAsync(storyId, SurgeCause.Comments, most > 0 && came + 1 > most, now, cancel);
    }

    /// <summary>Looks again after a report. Inside a write.</summary>
    public async Task ReportedAsync(int storyId, DateTime now, CancellationToken cancel)
    {
        var (most, since) = (settings.SurgeReports, now - Span);
        if (most > 0)
        {
            var came = await db.Reports.Where(r => r.AtUtc > since).Join(db.Comments.Where(c => c.ArticleId == storyId), r => r.CommentId, c => c.Id, (r, _) => r.AtUtc)
                .OrderBy(at => at).Take(most).CountAsync(cancel);
            await WeighAsync(storyId, SurgeCause.Reports, came + 1 > most, now, cancel);
        }
    }

    private async Task<bool> WeighAsync(int storyId, SurgeCause cause, bool isTooMuch, DateTime now, CancellationToken cancel)
    {
        var surge = await Under.Ask(db, storyId).FirstOrDefaultAsync(cancel);
        if (surge?.Rests(now) == true || !isTooMuch)
        {
            return surge?.IsOn(now) == true;
        }

        var until = now + settings.SurgeFor;
        if (surge is null)
        {
            db.Add(Surge.Begin(storyId, cause, until, now));
        }

        surge?.GoOn(cause, until, now);
        return true;
    }
}
