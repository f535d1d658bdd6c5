using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Erases what the paper keeps of a writer who asks for it by another way than their browser.</summary>
[ForRoles(Role.Administrator)]
[Route("admin/comments/people/{id:int}/erasure")]
public sealed class ErasuresController(NewsDb db, Erasure erasure, Words words, TimeProvider clock) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Ask(int id, CancellationToken cancel)
        => await db.Commenters.Where(c => c.Id == id).Select(c => new ErasurePage(id, c.Name, db.Comments.Count(said => said.CommenterId == id))).FirstOrDefaultAsync(cancel) is { } page
            ? View("Erasure", page)
            : NotFound();

    [HttpPost]
    public async Task<IActionResult> Erase(int id, CancellationToken cancel)
    {
        if (!await db.Commenters.AnyAsync(c => c.Id == id, cancel))
        {
            return NotFound();
        }

        // Who did it stays known, of whom it was does not.
        await erasure.EraseWriterAsync(id, AuditEntry.Of(AuditKind.WriterErased, Me.Signature, clock.GetUtcNow().UtcDateTime, $"commenter:{id}", ""), cancel);
        return Done(QueueFilter.Desk, words["It is erased."]);
    }
}

/// <summary>What would be erased.</summary>
public sealed record ErasurePage(int Id, string Name, int Count);
