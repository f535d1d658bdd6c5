using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts.Readers;

/// <summary>Follows the link to join. Opening it changes nothing, since mail scanners open links too.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/account/join/confirmation")]
public sealed class JoinConfirmationsController(JoinLinks links, Joining joining, StaffSessions sessions, Words words) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Ask(string? ticket)
        => await links.FindAsync(ticket) is { } email ? View("Confirm", new JoinPage(new JoinForm { Ticket = ticket }, email)) : Gone();

    [HttpPost]
    public async Task<IActionResult> Create(JoinForm form, CancellationToken cancel)
    {
        if (await links.FindAsync(form.Ticket) is not { } email)
        {
            return Gone();
        }

        var enrolled = await JoinAsync(email, form, cancel);
        if (enrolled.Account is not { } account)
        {
            enrolled.Faults.ToList().ForEach(fault => ModelState.AddModelError(fault.Field, fault.Words));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return enrolled.Faults.Count == 0 ? Gone() : View("Confirm", new JoinPage(form, email));
        }

        await sessions.OpenAsync(HttpContext, account, form.Stay);
        return Redirect(account.Home);
    }

    private async Task<Enrolled> JoinAsync(string email, JoinForm form, CancellationToken cancel)
    {
        try
        {
            return await joining.JoinAsync(email, form, cancel);
        }
        catch (RefusedException refused)
        {
            return new Enrolled(null, [new Fault("Name", words.Of(refused))]);
        }
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("/Accounts/LinkGone.cshtml");
    }
}
