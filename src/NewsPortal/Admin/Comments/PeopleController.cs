using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>One writer of comments: what they wrote, and whether all of it is held.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/people/{id:int}")]
public sealed class PeopleController(NewsDb db, Words words, TimeProvider clock) : AdminController
{
    private const int PageSize = 50;

    [HttpGet]
    public async Task<IActionResult> Show(int id, string? before, CancellationToken cancel)
    {
        if (await db.Commenters.AsNoTracking().RuledBy(Me, db.Comments).FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } writer)
        {
            return NotFound();
        }

        var said = db.Comments.RuledBy(Me).Where(c => c.CommenterId == id);
        if (Cursor.Parse(before) is { } place)
        {
            said = said.Where(c => c.PostedUtc <= place.Utc && (c.PostedUtc < place.Utc || c.Id < place.Id));
        }

        var rows = await said.OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(PageSize + 1).AsSaid().ToListAsync(cancel);
        return View("Person", new PersonPage(writer, rows.GetRange(0, Math.Min(PageSize, rows.Count)), rows.Count > PageSize) { MayErase = Me.Role == Role.Administrator });
    }

    [HttpPost("holding")]
    public Task<IActionResult> Hold(int id, string? back, CancellationToken cancel)
        => ChangeAsync(id, back, AuditKind.WriterHeld, writer => writer.HoldAll(), words["All that they write waits for a moderator from now on."], cancel);

    [HttpPost("release")]
    public Task<IActionResult> Release(int id, string? back, CancellationToken cancel)
        => ChangeAsync(id, back, AuditKind.WriterReleased, writer => writer.LetGo(), words["What they write is treated like anybody's again."], cancel);

    private async Task<IActionResult> ChangeAsync(int id, string? back, AuditKind kind, Action<Commenter> change, string done, CancellationToken cancel)
    {
        // Whoever is bound to sections may hold whoever writes there.
        if (await db.Commenters.RuledBy(Me, db.Comments).FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } writer)
        {
            return NotFound();
        }

        try
        {
            change(writer);
            db.Add(AuditEntry.Of(kind, Me.Signature, clock.GetUtcNow().UtcDateTime, $"commenter:{id}", $"{id}"));
            await db.SaveChangesAsync(cancel);
            return Done(ListAddress.Of(back), done);
        }
        catch (RefusedException refused)
        {
            return Fail(ListAddress.Of(back), words.Of(refused));
        }
    }
}

/// <summary>One page of what somebody wrote, newest first.</summary>
public sealed record PersonPage(Commenter Writer, IReadOnlyList<SaidBefore> Said, bool HasOlder)
{
    public bool MayErase { get; init; }

    public Cursor? Older => HasOlder ? new Cursor(Said[^1].PostedUtc, Said[^1].Id) : null;
}
