using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Settles a refused save, at once in the open editor or days later from its page.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/merges/{session}")]
public sealed class MergesController(NewsDb db, DraftSaving saving, CopyDesk desk, Words words) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Show(int id, string session, CancellationToken cancel)
        => await IsMineAsync(id, session, cancel) && await saving.FaceAsync(id, session, Me, cancel) is { } faced
            ? View("Merge", await MergePage.ReadAsync(db, desk, faced.Session, faced.Draft, cancel))
            : NotFound();

    [HttpPost]
    public async Task<IActionResult> Settle(int id, string session, MergeForm form, CancellationToken cancel)
    {
        if (!await IsMineAsync(id, session, cancel))
        {
            return NotFound();
        }

        var settled = await saving.SettleAsync(id, session, form.TheirVersion, form.Choices, Me, cancel);
        var page = await MergePage.ReadAsync(db, desk, settled.Session, settled.Draft, cancel);
        if (settled.Outcome == SaveOutcome.Refused)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return this.IsScript() ? PartialView("_Merge", page) : View("Merge", page);
        }

        return this.IsScript() ? PartialView("_Merged", page) : Done($"/admin/articles/{id}", words["Both texts are put together and saved."]);
    }

    [HttpPost("discard")]
    public async Task<IActionResult> Discard(int id, string session, CancellationToken cancel)
    {
        if (!await IsMineAsync(id, session, cancel))
        {
            return NotFound();
        }

        (await db.EditSessions.Named(session, id, Me).FirstAsync(cancel)).DropRefused();
        await db.SaveChangesAsync(cancel);
        return Done($"/admin/articles/{id}", words["Your refused text is discarded. The story stays as it is saved."]);
    }

    private Task<bool> IsMineAsync(int id, string session, CancellationToken cancel)
        => db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id && db.EditSessions.Named(session, id, Me).Any(), cancel);
}

public sealed class MergeForm
{
    /// <summary>The version that was looked at when choosing.</summary>
    public int TheirVersion { get; set; }

    /// <summary>By <see cref="MergeConflict.Key"/>.</summary>
    public Dictionary<string, Side> Choices { get; set; } = [];
}
