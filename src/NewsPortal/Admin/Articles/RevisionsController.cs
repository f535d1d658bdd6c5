using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>The versions of a story: keeping one, naming one, comparing two.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/revisions")]
public sealed class RevisionsController(NewsDb db, Words words, SiteDates dates) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Index(int id, CancellationToken cancel)
        => await FindAsync(id, cancel) is { } article ? View("Revisions", await RevisionsPage.ReadAsync(db, article, cancel)) : NotFound();

    /// <summary>Keeps the draft as it is saved now.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(int id, RevisionForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } article)
        {
            return NotFound();
        }

        var revision = article.Draft.Snapshot(Me.Signature, dates.Now, form.CleanNote);
        revision.Call(form.CleanName);
        article.Revisions.Add(revision);
        await db.SaveChangesAsync(cancel);
        return Done(PathOf(id), words["Version {0} is kept.", revision.Number]);
    }

    [HttpPost("{number:int}/name")]
    public async Task<IActionResult> Name(int id, int number, RevisionForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is null
            || await db.Revisions.FirstOrDefaultAsync(r => r.ArticleId == id && r.Number == number, cancel) is not { } revision)
        {
            return NotFound();
        }

        revision.Call(form.CleanName);
        await db.SaveChangesAsync(cancel);
        return Done(PathOf(id), words["Version {0} has its name.", number]);
    }

    [HttpGet("comparison")]
    public async Task<IActionResult> Compare(int id, int from, int to, CancellationToken cancel)
        => await FindAsync(id, cancel) is { } article && await ComparisonPage.ReadAsync(db, article, from, to, cancel) is { } page
            ? View("Comparison", page)
            : NotFound();

    private static string PathOf(int id) => $"/admin/articles/{id}/revisions";

    private Task<Article?> FindAsync(int id, CancellationToken cancel)
        => db.Articles.OpenTo(Me).Include(a => a.Draft).FirstOrDefaultAsync(a => a.Id == id, cancel);
}

public sealed class RevisionForm
{
    public string? Name { get; set; }

    public string? Note { get; set; }

    public string? CleanName => Cut(Name, Revision.NameLength);

    public string? CleanNote => Cut(Note, Revision.NoteLength);

    private static string? Cut(string? text, int length)
        => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var words && words.Length > length ? words[..length] : words;
}
