using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Says that a story may be published as it stands.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/approval")]
public sealed class ApprovalsController(NewsDb db, StoryMoves moves, PublishingRules rules, Words words) : MoveController(moves)
{
    [HttpPost]
    public Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancel) => MoveAsync(
        db.Articles.RuledBy(Me),
        id,
        form,
        article =>
        {
            rules.HoldEyes(article.Draft, Me.Signature, form.Reason);
            article.Draft.Approve(Me.Signature, Moves.Now, form.Reason);
        },
        words["Approved: it can be published."],
        cancel);
}
