using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts;

/// <summary>Follows a one-time link: sets the newsroom up, takes an invitation, chooses another password.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinksController(OneTimeLinks links, Enrolment enrolment, StaffSessions sessions) : Controller
{
    [HttpGet("/account/link")]
    public async Task<IActionResult> Follow(string? token, CancellationToken cancel)
        => await links.FindAsync(token, cancel) is { } link ? View("Link", Form(link, token!)) : Gone();

    [HttpPost("/account/link")]
    public async Task<IActionResult> Use(LinkForm form, CancellationToken cancel)
    {
        if (await links.FindAsync(form.Token, cancel) is not { } link)
        {
            return Gone();
        }

        form.IsSetUp = link.Purpose == LinkPurpose.SetUp;
        var enrolled = await enrolment.UseAsync(link, form, cancel);
        if (enrolled.Account is not { } account)
        {
            enrolled.Faults.ToList().ForEach(fault => ModelState.AddModelError(fault.Field, fault.Words));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Link", form);
        }

        // A forgotten password is no way round the second factor.
        if (account.TwoFactorEnabled)
        {
            return Redirect("/account/sign-in");
        }

        await sessions.OpenAsync(HttpContext, account, stay: false);
        return Redirect("/admin");
    }

    private static LinkForm Form(OneTimeLink link, string token) => new()
    {
        Token = token,
        Name = link.Account?.Name,
        Email = link.Account?.Email,
        IsSetUp = link.Purpose == LinkPurpose.SetUp,
    };

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkGone");
    }
}
