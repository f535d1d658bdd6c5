using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts.Readers;

/// <summary>The pages of a reader's own account: for whoever is signed in as one, and nobody else.</summary>
[Authorize(Policy = RoleGuard.Policy)]
[ForRoles(Role.Reader)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ReaderController : Controller
{
    protected Member Me => HttpContext.Features.GetRequiredFeature<Member>();

    /// <summary>Back to the account's page, which says once what became of it.</summary>
    protected StatusCodeResult Answer(string? wrong, string done)
    {
        TempData[wrong is null ? "message" : "failure"] = wrong ?? done;
        Response.Headers.Location = "/account/me";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
