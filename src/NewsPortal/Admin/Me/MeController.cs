using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Me;

/// <summary>My own account: name, password, second factor, passkeys, and where I am signed in.</summary>
[ForRoles]
public sealed class MeController(OwnAccount own, StaffSessions sessions, Words words) : AdminController
{
    protected override bool IsOpenWithoutFactor => true;

    [HttpGet("/admin/me")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await own.ReadAsync(Me, cancel));

    [HttpPost("/admin/me/name")]
    public async Task<IActionResult> Rename(string? name, CancellationToken cancel)
        => Answer(await own.RenameAsync(Me, name ?? "", cancel), words["Your name is changed."]);

    [HttpPost("/admin/me/password")]
    public async Task<IActionResult> ChangePassword(string? current, string? next, CancellationToken cancel)
        => Answer(await own.ChangePasswordAsync(Me, current ?? "", next ?? "", cancel), words["Your password is changed. Every other browser was signed out."]);

    [HttpPost("/admin/me/sessions/ending")]
    public async Task<IActionResult> End(Guid? session, CancellationToken cancel)
    {
        await sessions.EndAsync(Me.Id, only: session, except: session is null ? Me.SessionId : null, cancel);
        return Done("/admin/me", words["Signed out there."]);
    }

    private StatusCodeResult Answer(Fault? fault, string done) => fault is null ? Done("/admin/me", done) : Fail("/admin/me", fault.Words);
}
