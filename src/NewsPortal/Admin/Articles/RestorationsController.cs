using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>
/// Brings an earlier version back into the draft, as a new version; the live page does not change. What was in the draft
/// is kept as a version too.
/// </summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/revisions/{number:int}/restoration")]
public sealed class RestorationsController(NewsDb db, StoryBodies bodies, Words words, SiteDates dates) : AdminController
{
    [HttpPost]
    public async Task<IActionResult> Create(int id, int number, CancellationToken cancel)
    {
        var article = await db.Articles.OpenTo(Me).Include(a => a.Draft).FirstOrDefaultAsync(a => a.Id == id, cancel);
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == id && r.Number == number, cancel);
        if (article is null || revision is null)
        {
            return NotFound();
        }

        var rendered = await bodies.RenderAsync(revision.Copy.Body, revision.Copy.Language, cancel);
        var newest = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == id && r.Number == article.Draft.LastRevision, cancel);
        article.Restore(revision, newest, rendered, Me.Signature, dates.Now, (words["Before version {0} came back", number], words["Version {0} brought back", number]));
        await db.SaveChangesAsync(cancel);
        return Done($"/admin/articles/{id}/revisions", words["Version {0} is back in the draft. Readers see it when you publish.", number]);
    }
}
