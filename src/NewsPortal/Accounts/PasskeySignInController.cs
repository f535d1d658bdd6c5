using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts;

/// <summary>The door for a passkey. It never rests: a passkey cannot be guessed.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeySignInController(Passkeys passkeys, StaffSessions sessions) : Controller
{
    [HttpPost("/account/passkey/challenge")]
    public async Task<IActionResult> Ask() => Json(await passkeys.AskAsync(HttpContext));

    [HttpPost("/account/passkey")]
    public async Task<IActionResult> Enter([FromBody] PasskeyAnswer answer)
    {
        if (await passkeys.EnterAsync(answer, HttpContext) is not { } account)
        {
            return BadRequest();
        }

        await sessions.OpenAsync(HttpContext, account, stay: false);
        return Json(new { home = account.Home });
    }
}
