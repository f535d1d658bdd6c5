using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts;

/// <summary>Follows a one-time link: sets the newsroom up, takes an invitation, chooses another password, lets a reader in.</summary>
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinksController(OneTimeLinks links, Enrolment enrolment, StaffSessions sessions, UserManager<Account> accounts) : Controller
{
    [HttpGet("/account/link")]
    public async Task<IActionResult> Follow(string? token, CancellationToken cancel)
        => await links.FindAsync(token, cancel) is { } link
            ? View(link.Purpose == LinkPurpose.SignIn ? "LinkEntry" : "Link", await FormAsync(link, token!))
            : Gone();

    [HttpPost("/account/link")]
    public async Task<IActionResult> Use(LinkForm form, CancellationToken cancel)
    {
        if (await links.FindAsync(form.Token, cancel) is not { } link)
        {
            return Gone();
        }

        if (link.Purpose == LinkPurpose.SignIn)
        {
            return await EnterAsync(link, form.Stay, cancel);
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
        return Redirect(account.Home);
    }

    private async Task<IActionResult> EnterAsync(OneTimeLink link, bool stay, CancellationToken cancel)
    {
        if (!await links.SpendAsync(link, cancel))
        {
            return Gone();
        }

        await sessions.OpenAsync(HttpContext, link.Account!, stay);
        return Redirect(link.Account!.Home);
    }

    private async Task<LinkForm> FormAsync(OneTimeLink link, string token) => new()
    {
        Token = token,
        Name = link.Account?.Name,
        Email = link.Account is { } account ? await accounts.GetEmailAsync(account) : null,
        IsSetUp = link.Purpose == LinkPurpose.SetUp,
    };

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkGone");
    }
}
