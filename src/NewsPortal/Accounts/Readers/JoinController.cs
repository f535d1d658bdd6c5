using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Hosting;
using NewsPortal.Mail;

namespace NewsPortal.Accounts.Readers;

/// <summary>A reader asks to join, or to be let in by a link. Whether the address is known is told to nobody who asks.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class JoinController(JoinLetters requests, Letters letters, SignInThrottle throttle, Words words) : Controller
{
    [HttpGet("/account/join")]
    public IActionResult Ask() => View("Join", new JoiningPage(letters.AreSent));

    [HttpPost("/account/join")]
    public async Task<IActionResult> Create(string? email)
    {
        if (!letters.AreSent)
        {
            return Ask();
        }

        if (!MailAddress.TryCreate(email, out var address) || email.Length > Account.EmailLength)
        {
            ModelState.AddModelError("Email", words["Type an address such as name@example.org."]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Join", new JoiningPage(true) { Email = email });
        }

        var tries = await throttle.CountTryAsync($"join:{address.Address}", ClientNetwork.Of(HttpContext));
        if (tries.RestsUntilUtc is null)
        {
            requests.Ask(address.Address);
        }

        return View("Join", new JoiningPage(true) { IsAsked = true });
    }
}

/// <param name="LettersAreSent">Without letters nobody can show that an address is theirs.</param>
public sealed record JoiningPage(bool LettersAreSent)
{
    public string? Email { get; init; }

    public bool IsAsked { get; init; }
}
