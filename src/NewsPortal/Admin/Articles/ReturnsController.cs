using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Sends a story back to its writer.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/return")]
public sealed class ReturnsController(NewsDb db, StoryMoves moves, Words words) : MoveController(moves)
{
    [HttpPost]
    public Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancel) => MoveAsync(
        db.Articles.RuledBy(Me), id, form, article => article.Draft.SendBack(Me.Signature, Moves.Now, form.Note), words["Sent back with your note."], cancel);
}
