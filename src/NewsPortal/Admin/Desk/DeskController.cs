using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Desk;

/// <summary>Today: where everybody starts.</summary>
[ForRoles]
public sealed class DeskController : AdminController
{
    [HttpGet("/admin")]
    public IActionResult Index() => View();
}
