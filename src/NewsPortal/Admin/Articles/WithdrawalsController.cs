using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Takes a story off the paper.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/withdrawal")]
public sealed class WithdrawalsController(NewsDb db, StoryMoves moves, Words words) : MoveController(moves)
{
    [HttpPost]
    public Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancel) => MoveAsync(
        db.Articles.RuledBy(Me), id, form, article => article.Withdraw(Me.Signature, form.Reason ?? "", Moves.Now), words["Withdrawn: its address tells readers why."], cancel);
}
