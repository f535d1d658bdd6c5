using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Articles.Previewing;

/// <summary>A draft, read by whoever was sent its link. Nothing stores it and nothing finds it.</summary>
public sealed class PreviewsController(NewsDb db, TimeProvider clock) : Controller
{
    [HttpGet("/preview/{token}"), HttpHead("/preview/{token}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show(string token, CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        var now = clock.GetUtcNow().UtcDateTime;
        var id = await db.PreviewLinks.OpenedBy(token, now).Select(l => (int?)l.ArticleId).FirstOrDefaultAsync(cancel);
        return id is not null && await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.ArticleId == id, cancel) is { } draft
            && !(draft.Copy.EmbargoUtc > now)
            ? View(await PreviewPage.ReadAsync(db, draft.Copy, draft.BodyHtml, cancel))
            : NotFound();
    }
}
