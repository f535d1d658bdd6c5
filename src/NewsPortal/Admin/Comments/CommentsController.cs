using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;

namespace NewsPortal.Admin.Comments;

/// <summary>The moderation desk: what waits, in the order in which it came.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments")]
public sealed class CommentsController(QueuePages pages, CommentMoves moves, Claims claims, Arrivals arrivals, Words words) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Index(QueueFilter filter, int? at, Guid? done, CancellationToken cancel)
    {
        var page = (await pages.ReadAsync(filter, at, Me, cancel)) with { Just = done is { } batch ? await moves.JustAsync(batch, Me, cancel) : null };
        if (page.Case is { } opened)
        {
            page = page with { Case = opened with { ClaimedBy = await claims.TakeAsync(opened.Id, Me, cancel) } };
        }

        return View(page);
    }

    /// <summary>What colleagues and readers did since a page was drawn, for the script that keeps it open.</summary>
    [HttpGet("arrivals")]
    public async Task<IActionResult> Arrived(QueueFilter filter, string? newest, int[] ids, CancellationToken cancel)
        => Ok(await arrivals.ReadAsync(filter, Cursor.Parse(newest), ids, Me, cancel));

    [HttpPost("undoing")]
    public async Task<IActionResult> Undo(Guid batch, string? back, CancellationToken cancel)
    {
        var outcome = await moves.UndoAsync(batch, Me, cancel);
        var said = outcome.Done > 0 ? words.Count("undone", outcome.Done) : outcome.Problems is [var problem, ..] ? problem : words["This can no longer be undone."];
        if (this.IsScript())
        {
            return outcome.Done > 0 ? Ok(new { said, outcome.Marks }) : Conflict(new { problem = said, outcome.Marks });
        }

        var address = ListAddress.Of(back);
        return outcome.Done > 0 ? Done(address, said) : Fail(address, said);
    }
}
