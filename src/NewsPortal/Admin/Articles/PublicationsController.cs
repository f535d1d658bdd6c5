using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>The last look at a story, and its publication.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/publication")]
public sealed class PublicationsController(NewsDb db, StoryMoves moves, PublishingRules rules, Words words) : MoveController(moves)
{
    [HttpGet, ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
    public Task<IActionResult> Show(int id, CancellationToken cancel) => AgainAsync(id, StatusCodes.Status200OK, page => page, cancel);

    [HttpPost]
    public Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancel) => MoveAsync(
        db.Articles.RuledBy(Me),
        id,
        form,
        async article =>
        {
            var now = Moves.Now;
            await rules.HoldAsync(article, Me.Signature, now, form.Reason, cancel);
            article.Publish(Me.Signature, now, form.Substantive, reason: form.Reason);
        },
        words["Published: readers see it now."],
        cancel);
}
