using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Opens a story for writing, or starts one.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles")]
public sealed class EditorController(NewsDb db, DraftSaving saving, StoryBodies bodies, CopyDesk desk, Words words) : AdminController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View("New", await AskAsync(new StartForm(), cancel));

    [HttpPost("new")]
    public async Task<IActionResult> Create(StartForm form, [FromServices] TimeProvider clock, CancellationToken cancel)
    {
        var page = await AskAsync(form, cancel);
        if (page.Problem(words) is { } problem)
        {
            ModelState.AddModelError(nameof(form.Headline), problem);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("New", page);
        }

        var rendered = await bodies.RenderAsync("", null, cancel);
        var article = Article.Start(ArticleKind.Story, form.ToCopy(), rendered, Me.Signature, clock.GetUtcNow().UtcDateTime);
        db.Add(article);
        await db.SaveChangesAsync(cancel);
        return SeeOther($"/admin/articles/{article.Id}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancel)
    {
        if (!await db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }

        var session = await saving.OpenAsync(id, Me, cancel);
        var article = await db.Articles.AsNoTracking().Include(a => a.Draft).Include(a => a.Section).FirstAsync(a => a.Id == id, cancel);
        return View("Editor", await EditorPage.ReadAsync(db, desk, article, session, Me, cancel));
    }

    private async Task<StartPage> AskAsync(StartForm form, CancellationToken cancel)
    {
        var sections = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Name).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancel);
        return new StartPage(form, [.. sections.Where(section => Me.WorksFor(section.Id))]);
    }
}
