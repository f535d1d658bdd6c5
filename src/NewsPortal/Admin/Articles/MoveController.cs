using Microsoft.AspNetCore.Mvc;
using NewsPortal.Articles;

namespace NewsPortal.Admin.Articles;

/// <summary>
/// A move of a story as a form asks for it. Done leads back to the story's page with a word about it; a refusal or a
/// stale form draws that page anew, with what is the matter and what was typed.
/// </summary>
public abstract class MoveController(StoryMoves moves) : AdminController
{
    protected StoryMoves Moves => moves;

    protected async Task<IActionResult> MoveAsync(
        IQueryable<Article> theirs, int id, MoveForm form, Func<Article, Task> move, string done, CancellationToken cancel)
    {
        var moved = await moves.TryAsync(theirs, id, form.Version, move, cancel);
        return moved.Outcome switch
        {
            MoveOutcome.NotTheirs => NotFound(),
            MoveOutcome.Done => Done($"/admin/articles/{id}/publication", done),
            MoveOutcome.Stale => await AgainAsync(id, StatusCodes.Status409Conflict, page => page with { Problem = moved.Problem, Form = form }, cancel),
            _ => await AgainAsync(id, StatusCodes.Status422UnprocessableEntity, page => page with { Problem = moved.Problem, Form = form }, cancel),
        };
    }

    protected Task<IActionResult> MoveAsync(
        IQueryable<Article> theirs, int id, MoveForm form, Action<Article> move, string done, CancellationToken cancel)
        => MoveAsync(theirs, id, form, article => { move(article); return Task.CompletedTask; }, done, cancel);

    protected async Task<IActionResult> AgainAsync(int id, int status, Func<PublicationPage, PublicationPage> said, CancellationToken cancel)
    {
        if (await moves.ReadAsync(id, Me, cancel) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = status;
        return View("/Admin/Articles/Publication.cshtml", said(page));
    }
}
