using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Comments.Privacy;

/// <summary>
/// A reader's own comments in one place, and what else the paper keeps of them: to read, to take along, to have erased. They
/// are known by their account, or by their browser.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/comments/me")]
public sealed class OwnDataController(OwnData own, OwnExport export, Recognition recognition, Erasure erasure) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string? after, CancellationToken cancel)
        => View("OwnData", await own.PageAsync(await recognition.OfAsync(HttpContext, cancel), Cursor.Parse(after), cancel));

    /// <summary>All of it, for machines: whatever is kept beside what the page shows is said too.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export(CancellationToken cancel)
    {
        var who = await recognition.OfAsync(HttpContext, cancel);
        if (who is { CommenterId: null, AccountId: null })
        {
            return NotFound();
        }

        Response.Headers.ContentDisposition = "attachment; filename=\"comments.json\"";
        return Json(await export.ReadAsync(who, cancel));
    }

    [HttpPost("erasure")]
    public async Task<IActionResult> Erase(bool sure, CancellationToken cancel)
    {
        var who = await recognition.OfAsync(HttpContext, cancel);
        if (!sure || who is { CommenterId: null, AccountId: null })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("OwnData", await own.PageAsync(who, null, cancel) with { IsUnsure = true });
        }

        await (who.CommenterId is { } commenter ? erasure.EraseWriterAsync(commenter, trail: null, cancel) : erasure.EraseReaderAsync(who.AccountId!.Value, cancel));
        CommenterCookie.Take(HttpContext);
        if (who.AccountId is not null)
        {
            await HttpContext.SignOutAsync(StaffSessions.Scheme);
        }

        // What the browser itself keeps of what they typed (https://www.w3.org/TR/clear-site-data/).
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return View("OwnData", new OwnDataPage([]) { IsErased = true });
    }
}
