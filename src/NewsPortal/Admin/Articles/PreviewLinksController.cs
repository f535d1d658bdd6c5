using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Previewing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Links by which people without an account read a draft.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/preview-links")]
public sealed class PreviewLinksController(NewsDb db, Words words, SiteDates dates) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Index(int id, CancellationToken cancel)
        => await ReadAsync(id, null, cancel) is { } page ? View("PreviewLinks", page) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(int id, int days, CancellationToken cancel)
    {
        if (!PreviewLink.Terms.Contains(days) || !await db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }

        var (link, token) = PreviewLink.Create(id, days, Me.Signature, dates.Now);
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        // Not led on to a page of its own: the token is shown once, and must not stand in an address of the desk.
        return View("PreviewLinks", await ReadAsync(id, token, cancel));
    }

    [HttpPost("{link:int}/revocation")]
    public async Task<IActionResult> Revoke(int id, int link, CancellationToken cancel)
    {
        if (!await db.Articles.OpenTo(Me).AnyAsync(a => a.Id == id, cancel)
            || await db.PreviewLinks.FirstOrDefaultAsync(l => l.Id == link && l.ArticleId == id, cancel) is not { } found)
        {
            return NotFound();
        }

        found.Revoke(dates.Now);
        await db.SaveChangesAsync(cancel);
        return Done($"/admin/articles/{id}/preview-links", words["That link opens nothing any more."]);
    }

    private async Task<PreviewLinksPage?> ReadAsync(int id, string? token, CancellationToken cancel)
    {
        var headline = await db.Articles.OpenTo(Me).Where(a => a.Id == id).Select(a => a.Draft.Headline).FirstOrDefaultAsync(cancel);
        return headline is null ? null : new(
            id,
            headline,
            await db.PreviewLinks.AsNoTracking().Where(l => l.ArticleId == id && l.RevokedUtc == null && l.ExpiresUtc > dates.Now).OrderBy(l => l.ExpiresUtc).ToListAsync(cancel),
            token);
    }
}

/// <param name="Links">Those that still open.</param>
/// <param name="Token">Of the link that was just made.</param>
public sealed record PreviewLinksPage(int ArticleId, string Headline, IReadOnlyList<PreviewLink> Links, string? Token);
