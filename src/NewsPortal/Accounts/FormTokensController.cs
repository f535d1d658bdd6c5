using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts;

/// <summary>A fresh form token for a page that has been open longer than its own is good: after signing in again in place.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FormTokensController(IAntiforgery antiforgery) : Controller
{
    [HttpGet("/account/token")]
    public async Task<IActionResult> Give()
    {
        // A token belongs to whoever is signed in, or to nobody.
        var ticket = await HttpContext.AuthenticateAsync(StaffSessions.Scheme);
        HttpContext.User = ticket.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
        return Json(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, isSignedIn = ticket.Succeeded });
    }
}
