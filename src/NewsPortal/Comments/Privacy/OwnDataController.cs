using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>What the paper keeps of the reader at this browser: to read, to take along, to have erased.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/comments/me")]
public sealed class OwnDataController(NewsDb db, CommenterCookie cookie, Erasure erasure) : Controller
{
    private const int Shown = 100;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("OwnData", await ReadAsync(cancel));

    /// <summary>All of it, for machines: whatever is kept beside what the page shows is said too.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export(CancellationToken cancel)
    {
        if (cookie.Read(Request) is not { } me)
        {
            return NotFound();
        }

        var comments = await db.Comments.AsNoTracking().Where(c => c.CommenterId == me).OrderBy(c => c.PostedUtc).ThenBy(c => c.Id)
            .Select(c => new { c.Id, Story = c.Article!.Headline, c.ParentId, c.Name, HasEmail = c.EmailSealed != null, HasNetwork = c.NetworkId != null, c.Body, State = (c.State == CommentState.Spam ? CommentState.Pending : c.State).ToString(), c.PostedUtc, c.EditedUtc, c.DecidedUtc })
            .ToListAsync(cancel);
        Response.Headers.ContentDisposition = "attachment; filename=\"comments.json\"";
        return Json(comments);
    }

    [HttpPost("erasure")]
    public async Task<IActionResult> Erase(bool sure, CancellationToken cancel)
    {
        var page = await ReadAsync(cancel);
        if (!sure || cookie.Read(Request) is not { } me)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("OwnData", page with { IsUnsure = true });
        }

        await erasure.EraseWriterAsync(me, trail: null, cancel);
        CommenterCookie.Take(HttpContext);
        return View("OwnData", new OwnDataPage([]) { IsErased = true });
    }

    private async Task<OwnDataPage> ReadAsync(CancellationToken cancel) => cookie.Read(Request) is not { } me
        ? new OwnDataPage([])
        : new OwnDataPage(await db.Comments.AsNoTracking().Where(c => c.CommenterId == me).OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(Shown)
            .Select(c => new OwnLine(c.Id, c.State, c.Article!.Headline, StoryAddress.Of(c.Article.Section!.Slug, c.Article.Slug, c.ArticleId), c.Body, c.PostedUtc)).ToListAsync(cancel));
}

/// <summary>One's own comment, wherever it stands.</summary>
public sealed record OwnLine(int Id, CommentState State, string Headline, string Url, string Body, DateTime PostedUtc)
{
    /// <summary>What counts as spam is said to wait, as under the story.</summary>
    public CommentState Told => State == CommentState.Spam ? CommentState.Pending : State;
}

public sealed record OwnDataPage(IReadOnlyList<OwnLine> Lines)
{
    /// <summary>It was asked for without saying that it is meant.</summary>
    public bool IsUnsure { get; init; }

    public bool IsErased { get; init; }
}
