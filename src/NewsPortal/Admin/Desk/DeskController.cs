using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Breaking;
using NewsPortal.Data;

namespace NewsPortal.Admin.Desk;

/// <summary>Today: where everybody starts.</summary>
[ForRoles]
public sealed class DeskController(NewsDb db, OnAir onAir, Site site, SiteDates dates) : AdminController
{
    [HttpGet("/admin")]
    public async Task<IActionResult> Index(CancellationToken cancel)
        => View(await DeskPage.ReadAsync(db, Me, DeskClock.Of(site, dates.Now), await onAir.ReadAsync(cancel), cancel));
}
