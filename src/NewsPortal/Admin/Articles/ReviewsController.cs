using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Hands a story in.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/review")]
public sealed class ReviewsController(NewsDb db, StoryMoves moves, Words words) : MoveController(moves)
{
    [HttpPost]
    public Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancel) => MoveAsync(
        db.Articles.OpenTo(Me), id, form, article => article.Draft.HandIn(Me.Signature, Moves.Now, form.Note), words["Handed in: the editors see it now."], cancel);
}
