using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>How the desk keeps up with readers.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
public sealed class ServiceController(NewsDb db, QueueReader reader, QueueCounts counts, TimeProvider clock) : AdminController
{
    [HttpGet("/admin/comments/service")]
    public async Task<IActionResult> Index(CancellationToken cancel)
        => View("Service", await ServicePage.ReadAsync(db, reader, counts, Me, clock.GetUtcNow().UtcDateTime, cancel));
}
