using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>An open editor says that it is still there, and hears who else is.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/presence")]
public sealed class PresenceController(NewsDb db, Words words, SiteDates dates) : AdminController
{
    [HttpPost]
    public async Task<IActionResult> Beat(int id, string? session, bool typing, CancellationToken cancel)
    {
        if (!await db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }

        if (await db.EditSessions.Named(session, id, Me).FirstOrDefaultAsync(cancel) is { } mine)
        {
            mine.Seen(typing, dates.Now);
            await db.SaveChangesAsync(cancel);
        }

        var others = await db.EditSessions.AsNoTracking().Present(id, dates.Now).Where(s => s.Id != session).ToListAsync(cancel);
        var draft = await db.Drafts.Where(d => d.ArticleId == id).Select(d => new { d.Version, d.SavedBy, d.SavedUtc }).FirstAsync(cancel);
        return Ok(new
        {
            here = Presence.Say(others, Me.Id, words, dates),
            version = draft.Version,
            saved = words["{0} saved this story at {1}. Your next save puts both together.", draft.SavedBy, dates.Clock(draft.SavedUtc)],
        });
    }
}
