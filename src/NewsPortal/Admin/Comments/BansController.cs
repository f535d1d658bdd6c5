using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Who may not comment, until when and why. A ban begins at a comment, since nobody can type a network's key.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/bans")]
public sealed class BansController(NewsDb db, Words words, Site site, TimeProvider clock) : AdminController
{
    private const string Address = "/admin/comments/bans";
    private const int PageSize = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [HttpGet]
    public async Task<IActionResult> Index(string? after, CancellationToken cancel)
    {
        var now = Now;
        var bans = db.Bans.AsNoTracking().RuledBy(Me).Holding(now);
        if (Cursor.Parse(after) is { } place)
        {
            bans = bans.Where(b => b.UntilUtc >= place.Utc && (b.UntilUtc > place.Utc || b.Id > place.Id));
        }

        var rows = await bans.OrderBy(b => b.UntilUtc).ThenBy(b => b.Id).Take(PageSize + 1).ToListAsync(cancel);
        return View("Bans", new BansPage(rows.GetRange(0, Math.Min(PageSize, rows.Count)), rows.Count > PageSize));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(int comment, CancellationToken cancel)
        => await FindAsync(comment, cancel) is { } found ? View("Ban", PageOf(found, new BanForm { CommentId = comment })) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(BanForm form, CancellationToken cancel)
    {
        if (await FindAsync(form.CommentId, cancel) is not { } comment)
        {
            return NotFound();
        }

        try
        {
            var ban = Ban.Impose(comment, form.Kind, form.Reason, Now.AddDays(form.Days), Me.Signature, Now);
            db.AddRange(ban, AuditEntry.Of(AuditKind.WriterBanned, Me.Signature, Now, $"comment:{comment.Id}", $"{comment.Id}", $"{words[$"ban.{ban.Kind}"]}, {site.Iso(ban.UntilUtc)}"));
            await db.SaveChangesAsync(cancel);
            return Done(Address, words["Banned: they are told so when they write."]);
        }
        catch (RefusedException refused)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Ban", PageOf(comment, form) with { Problem = words.Of(refused) });
        }
    }

    [HttpPost("{id:int}/lifting")]
    public async Task<IActionResult> Lift(int id, CancellationToken cancel)
    {
        if (await db.Bans.RuledBy(Me).FirstOrDefaultAsync(b => b.Id == id, cancel) is not { } ban)
        {
            return NotFound();
        }

        ban.Lift(Now);
        db.Add(AuditEntry.Of(AuditKind.BanLifted, Me.Signature, Now, $"ban:{id}", $"{id}", words[$"ban.{ban.Kind}"]));
        await db.SaveChangesAsync(cancel);
        return Done(Address, words["Lifted: they may write again."]);
    }

    private Task<Comment?> FindAsync(int id, CancellationToken cancel) => db.Comments.RuledBy(Me).FirstOrDefaultAsync(c => c.Id == id, cancel);

    private BanPage PageOf(Comment comment, BanForm form) => new(comment.Id, comment.Name, Ban.KindsOf(comment, Now), form) { NetworkEndUtc = Ban.NetworkEnd(Now) };
}
