using Microsoft.AspNetCore.Mvc;
using NewsPortal.Hosting;

namespace NewsPortal.Accounts;

/// <summary>The door, of the desk and for readers who joined. A script on an open page may knock as well: it asks for JSON and stays where it is.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInController(SignIn signIn, SecondFactor secondFactor, StaffSessions sessions, Words words, SiteDates dates) : Controller
{
    [HttpGet("/account/sign-in")]
    public IActionResult Ask(string? returnUrl) => View("SignIn", new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/account/sign-in")]
    public async Task<IActionResult> Enter(SignInForm form)
    {
        var answer = await signIn.TryAsync(form.Email?.Trim() ?? "", form.Password ?? "", ClientNetwork.Of(HttpContext));
        if (answer.Account is not { } account)
        {
            return Refuse(form, "Password", answer.MustUsePasskey ? words["Your role asks for your passkey: use it."] : Why(answer.Tries));
        }

        if (account.TwoFactorEnabled)
        {
            form.Ticket = secondFactor.Ask(account);
            return WantsJson ? Ok(new { ticket = form.Ticket }) : View("SecondFactor", form);
        }

        return await WelcomeAsync(account, form);
    }

    [HttpPost("/account/second-factor")]
    public async Task<IActionResult> Confirm(SignInForm form)
    {
        var answer = await secondFactor.TryAsync(form.Ticket, form.Code, ClientNetwork.Of(HttpContext));
        if (answer is null)
        {
            return Refuse(new SignInForm { ReturnUrl = form.ReturnUrl }, "Password", words["That took too long. Sign in again."]);
        }

        return answer.Account is { } account
            ? await WelcomeAsync(account, form)
            : Refuse(form, "Code", answer.Tries.RestsUntilUtc is null ? words["This code does not fit. Wait for the next one and type that."] : Why(answer.Tries));
    }

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> WelcomeAsync(Account account, SignInForm form)
    {
        await sessions.OpenAsync(HttpContext, account, form.Stay);
        return WantsJson ? NoContent() : Redirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : account.Home);
    }

    private IActionResult Refuse(SignInForm form, string field, string why)
    {
        if (WantsJson)
        {
            return BadRequest(new { message = why });
        }

        ModelState.AddModelError(field, why);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(field == "Code" ? "SecondFactor" : "SignIn", form);
    }

    private string Why(Tries tries) => tries.RestsUntilUtc is { } until
        ? words["Too many tries from here. Try again at {0}, or use a passkey.", dates.Clock(until)]
        : words["E-mail and password do not match."] + " " + words.Count("tries", tries.Left);
}
