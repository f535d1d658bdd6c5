using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Previewing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>What is being written as readers would see it, made by the renderer that makes what they see. Saves nothing.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/preview")]
public sealed class PreviewController(NewsDb db, StoryBodies bodies, CopyDesk desk, Words words) : AdminController
{
    [HttpPost]
    public async Task<IActionResult> Draw(int id, CopyForm form, CancellationToken cancel)
    {
        if (!await db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }

        var body = (form.Body ?? "").ReplaceLineEndings("\n");
        var rendered = await bodies.RenderAsync(body, form.Language, cancel);
        if (this.IsScript())
        {
            return Ok(new { html = rendered.Html, facts = words.Count("words", rendered.WordCount) });
        }

        var copy = await desk.ReadAsync(form, id, cancel);
        return View("/Articles/Previewing/Show.cshtml", await PreviewPage.ReadAsync(db, copy, rendered.Html, cancel));
    }
}
