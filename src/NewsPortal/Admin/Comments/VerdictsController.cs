using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>Deciding on one comment: first what would be done by key or thumb, then the next one.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/{id:int}")]
public sealed class VerdictsController(CommentMoves moves, CommentPages pages, Words words) : AdminController
{
    [HttpPost("approval")]
    public Task<IActionResult> Approve(int id, VerdictForm form, CancellationToken cancel) => DecideAsync(id, CommentState.Approved, form, cancel);

    [HttpPost("rejection")]
    public Task<IActionResult> Reject(int id, VerdictForm form, CancellationToken cancel) => DecideAsync(id, CommentState.Rejected, form, cancel);

    [HttpPost("spam")]
    public Task<IActionResult> MarkSpam(int id, VerdictForm form, CancellationToken cancel) => DecideAsync(id, CommentState.Spam, form, cancel);

    private async Task<IActionResult> DecideAsync(int id, CommentState verdict, VerdictForm form, CancellationToken cancel)
    {
        if (await pages.TextAsync(id, Me, cancel) is not { } text)
        {
            return NotFound();
        }

        var alike = form.Alike ? PickedComment.Read(form.Seen, CaseReader.MostAlike) : [];
        var outcome = await moves.DecideAsync(new Ruling(verdict, form.Reason, form.Note, form.WriterNote), [new PickedComment(id, form.Version), .. alike], Me, cancel);
        if (outcome.Problems is [var problem, ..] && outcome.Done == 0)
        {
            return this.IsScript() ? Conflict(new { problem, outcome.Marks }) : await AgainAsync(id, problem, cancel);
        }

        var said = Said.Of(words, verdict, outcome.Done, text);
        return this.IsScript() ? Ok(new { outcome.Batch, said, outcome.Marks }) : SeeOther(form.Onward(outcome.Batch));
    }

    private async Task<IActionResult> AgainAsync(int id, string problem, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await pages.ReadAsync(id, Me, cancel) is { } page ? View("Show", page with { Problem = problem }) : NotFound();
    }
}
