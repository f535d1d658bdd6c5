using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Comments;

/// <summary>One comment: all that happened to it, and who reads it at the moment.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/{id:int}")]
public sealed class ReadingController(CommentPages pages, CaseReader cases, Claims claims) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Show(int id, CancellationToken cancel)
        => await pages.ReadAsync(id, Me, cancel) is { } page ? View(page) : NotFound();

    /// <summary>The part of the desk's page that shows it, for a script that opens it beside the list.</summary>
    [HttpGet("case")]
    public async Task<IActionResult> Case(int id, QueueFilter filter, CancellationToken cancel)
        => await cases.ReadAsync(id, Me, cancel) is { } found ? PartialView("_Opened", found with { Back = filter.Address() }) : NotFound();

    [HttpPost("claim")]
    public async Task<IActionResult> Claim(int id, CancellationToken cancel)
        => await pages.TextAsync(id, Me, cancel) is null ? NotFound() : Ok(new { by = await claims.TakeAsync(id, Me, cancel) });

    [HttpPost("release")]
    public async Task<IActionResult> Release(int id, CancellationToken cancel)
    {
        await claims.ReleaseAsync(id, Me, cancel);
        return NoContent();
    }
}
