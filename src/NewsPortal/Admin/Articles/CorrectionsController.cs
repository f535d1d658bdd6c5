using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Tells readers what was wrong, with its date. A correction stays when the story is edited again.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/corrections")]
public sealed class CorrectionsController(NewsDb db, Words words, SiteDates dates) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Index(int id, CancellationToken cancel)
        => await FindAsync(id, cancel) is { } article ? View("Corrections", article) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(int id, CorrectionKind kind, string? text, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } article)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > Correction.TextLength)
        {
            ModelState.AddModelError("Text", words["Say what was wrong and what is right, in at most {0} characters.", Correction.TextLength]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Corrections", article);
        }

        article.Correct(Me.Signature, kind, text.Trim(), dates.Now);
        await db.SaveChangesAsync(cancel);
        return Done($"/admin/articles/{id}/corrections", words["The correction stands under the story."]);
    }

    private Task<Article?> FindAsync(int id, CancellationToken cancel) => db.Articles.RuledBy(Me)
        .Whole().Include(a => a.Corrections).FirstOrDefaultAsync(a => a.Id == id, cancel);
}
