using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Stories under which more comes in than can be read, for whoever would rather have it as before.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
public sealed class SurgesController(NewsDb db, Words words, TimeProvider clock) : AdminController
{
    [HttpPost("/admin/comments/surges/{story:int}/ending")]
    public async Task<IActionResult> End(int story, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Surges.RuledBy(Me).Include(s => s.Article).FirstOrDefaultAsync(s => s.ArticleId == story, cancel) is not { } surge)
        {
            return NotFound();
        }

        try
        {
            surge.End(now);
            db.Add(AuditEntry.Of(AuditKind.SurgeEnded, Me.Signature, now, $"article:{story}", surge.Article!.Headline));
            await db.SaveChangesAsync(cancel);
            return Done(QueueFilter.Desk, words["It is as before. For an hour nothing changes by itself under this story."]);
        }
        catch (RefusedException refused)
        {
            return Fail(QueueFilter.Desk, words.Of(refused));
        }
    }
}

/// <summary>A story with a surge, as the desk tells of it.</summary>
public sealed record SurgeLine(int StoryId, string Headline, SurgeCause Cause, DateTime SinceUtc, DateTime UntilUtc);

public static class SurgeLines
{
    /// <summary>Those that are on, of stories that this person rules.</summary>
    public static Task<List<SurgeLine>> OnAsync(this NewsDb db, Staffer me, DateTime now, CancellationToken cancel)
        => db.Surges.AsNoTracking().RuledBy(me).Where(s => s.UntilUtc > now).OrderBy(s => s.SinceUtc)
            .Select(s => new SurgeLine(s.ArticleId, s.Article!.Headline, s.Cause, s.SinceUtc, s.UntilUtc)).ToListAsync(cancel);
}
