using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Breaking;

namespace NewsPortal.Admin.Breaking;

/// <summary>
/// A move of a flash as a form asks for it. Done leads back to the desk, where it is measured how soon readers see it; a
/// refusal or a stale form draws the flash's own page, with what is the matter and what was typed.
/// </summary>
[ForRoles(Role.Editor, Role.Administrator)]
public abstract class FlashMoveController(FlashMoves moves, BreakingPages pages) : AdminController
{
    protected FlashMoves Moves => moves;

    protected BreakingPages Pages => pages;

    protected async Task<IActionResult> MoveAsync(int id, FlashMoveForm form, Func<Flash, Task> move, string done, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        var (moved, flash) = await moves.TryAsync(id, form.Version, Me, move, cancel);
        return moved.Outcome switch
        {
            MoveOutcome.NotTheirs => NotFound(),
            MoveOutcome.Done => Answer(await pages.MeasuredAsync(since, flash!, cancel), flash!, done),
            MoveOutcome.Stale => await AgainAsync(id, StatusCodes.Status409Conflict, form, moved.Problem, cancel),
            _ => await AgainAsync(id, StatusCodes.Status422UnprocessableEntity, form, moved.Problem, cancel),
        };
    }

    protected Task<IActionResult> MoveAsync(int id, FlashMoveForm form, Action<Flash> move, string done, CancellationToken cancel)
        => MoveAsync(id, form, flash => { move(flash); return Task.CompletedTask; }, done, cancel);

    // A script stays to hear when open browsers have it, and goes on then.
    private IActionResult Answer(string address, Flash flash, string done)
    {
        Say(done);
        return this.IsScript() ? Ok(new { address, flash = flash.Id, text = flash.EndsUtc > Moves.Now ? flash.Text : null }) : SeeOther(address);
    }

    protected async Task<IActionResult> AgainAsync(int id, int status, FlashMoveForm form, string? problem, CancellationToken cancel)
    {
        if (await pages.ReadAsync(id, form, Me, cancel) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = status;
        return View("/Admin/Breaking/Show.cshtml", page with { Problem = problem });
    }
}
