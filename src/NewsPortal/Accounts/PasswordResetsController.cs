using Microsoft.AspNetCore.Mvc;
using NewsPortal.Hosting;

namespace NewsPortal.Accounts;

/// <summary>Somebody forgot their password. Whether the address is known is told to nobody who asks.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordResetsController(PasswordResets resets, SignInThrottle throttle) : Controller
{
    [HttpGet("/account/password-reset")]
    public IActionResult Ask() => View("PasswordReset", false);

    [HttpPost("/account/password-reset")]
    public async Task<IActionResult> Create(string? email)
    {
        var tries = await throttle.CountTryAsync($"reset:{email}", ClientNetwork.Of(HttpContext));
        if (tries.RestsUntilUtc is null)
        {
            resets.Ask(email ?? "");
        }

        return View("PasswordReset", true);
    }
}
