using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>Several comments at once: first what would happen, then it happens, then it can be undone.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/selection")]
public sealed class SelectionsController(PickedComments selected, CommentMoves moves, Words words) : AdminController
{
    [HttpPost]
    public async Task<IActionResult> Preview(SelectionForm form, CancellationToken cancel)
    {
        var picked = await selected.PreviewAsync(form, Me, cancel);
        return picked.Count == 0 ? Fail(form.List, words["Pick the comments first."]) : View("Selection", new SelectionPage(form, picked));
    }

    [HttpPost("decisions")]
    public async Task<IActionResult> Create(SelectionForm form, CancellationToken cancel)
    {
        if (!CommentCase.Verdicts.Contains(form.Verdict))
        {
            return Fail(form.List, words["Pick the comments first."]);
        }

        var outcome = await moves.DecideAsync(new Ruling(form.Verdict, form.Reason, form.Note, form.WriterNote), form.Picked(), Me, cancel);
        var onward = new VerdictForm { Back = form.Back }.Onward(outcome.Batch);
        return outcome.Problems.Count == 0 ? SeeOther(onward) : Fail(onward, string.Join(' ', outcome.Problems.Distinct()));
    }
}
