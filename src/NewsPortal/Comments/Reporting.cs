using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

public enum ReportOutcome
{
    Taken,

    /// <summary>From the same network before.</summary>
    Again,

    /// <summary>A moderator looked at it for this reason, and it stays.</summary>
    RuledOn,
    TooOften,
    NoComment,
}

/// <summary>Takes what readers say is wrong with a comment. Nobody needs an account for that.</summary>
public sealed class Reporting(NewsDb db, CommentNetworks networks, CommentSettings settings, SurgeWatch surges, TimeProvider clock)
{
    /// <summary>So many reports from one network in an hour are a person's.</summary>
    public const int MostPerHour = 20;

    public async Task<ReportOutcome> ReportAsync(int commentId, ReportReason reason, string network, CancellationToken cancel)
    {
        var outcome = ReportOutcome.NoComment;
        await db.WriteAsync(async () => outcome = await KeepAsync(commentId, reason, network, cancel), cancel);
        return outcome;
    }

    private async Task<ReportOutcome> KeepAsync(int commentId, ReportReason reason, string network, CancellationToken cancel)
    {
        await db.TakeTurnAsync(CommentTally.Turn, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var comment = await db.Comments.FirstOrDefaultAsync(c => c.Id == commentId && c.State == CommentState.Approved && c.Kind == CommentKind.Comment, cancel);
        if (comment is null)
        {
            return ReportOutcome.NoComment;
        }

        var (from, since) = (await networks.IdOfAsync(network, now, cancel), now.AddHours(-1));
        if (await db.Reports.AnyAsync(r => r.CommentId == commentId && r.Reason == reason && r.RuledUtc != null, cancel))
        {
            return ReportOutcome.RuledOn;
        }

        if (await db.Reports.AnyAsync(r => r.CommentId == commentId && r.NetworkId == from, cancel))
        {
            return ReportOutcome.Again;
        }

        if (await db.Reports.CountAsync(r => r.NetworkId == from && r.AtUtc > since, cancel) >= MostPerHour)
        {
            return ReportOutcome.TooOften;
        }

        db.Add(comment.Report(reason, from, settings.ReportsToHide, now));
        await surges.ReportedAsync(comment.ArticleId, now, cancel);
        await db.SaveChangesAsync(cancel);
        return ReportOutcome.Taken;
    }
}
