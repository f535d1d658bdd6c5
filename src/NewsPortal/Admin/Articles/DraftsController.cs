using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Saves a draft: a script asks for JSON and goes on writing, a form is led back to its page.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/draft")]
public sealed class DraftsController(NewsDb db, DraftSaving saving, CopyDesk desk, Words words, SiteDates dates) : AdminController
{
    [HttpPost]
    public async Task<IActionResult> Save(int id, CopyForm form, CancellationToken cancel)
    {
        if (!await db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }

        if (CopyForms.TooLong(form) is var (field, length))
        {
            return BadRequest(new { message = words["{0} is longer than {1} characters. Shorten it; until then nothing is saved.", words[field], length] });
        }

        var copy = await desk.ReadAsync(form, id, cancel);
        var saved = await saving.SaveAsync(id, form.Session, new SentCopy(form.Number, form.Base, copy), Me, cancel);
        return saved.Outcome == SaveOutcome.Refused ? await RefuseAsync(saved, cancel) : Answer(saved);
    }

    private IActionResult Answer(SavedDraft saved) => this.IsScript()
        ? Ok(new { session = saved.Session.Id, version = saved.Session.BaseVersion, clock = dates.Clock(dates.Now) })
        : Done($"/admin/articles/{saved.Draft.ArticleId}", words["Saved {0}", dates.Clock(dates.Now)]);

    private async Task<IActionResult> RefuseAsync(SavedDraft saved, CancellationToken cancel)
    {
        var page = await MergePage.ReadAsync(db, desk, saved.Session, saved.Draft, cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return this.IsScript() ? PartialView("_Merge", page) : View("Merge", page);
    }
}
