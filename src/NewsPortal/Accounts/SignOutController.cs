using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts;

/// <summary>The way out. It asks for no token: a session that has run out is left as easily as a living one.</summary>
public sealed class SignOutController(StaffSessions sessions) : Controller
{
    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await sessions.CloseAsync(HttpContext);
        return Redirect("/account/sign-in");
    }
}
