using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewsPortal.Accounts;

namespace NewsPortal.Admin;

/// <summary>
/// The one guard of the desk: signed in, by a role that the page names (<see cref="ForRolesAttribute"/>; a page that
/// names none is open to nobody), with our own token on every form, and never stored by anybody.
/// </summary>
[Area("Admin")]
[Authorize(Policy = RoleGuard.Policy)]
[AutoValidateAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class AdminController : Controller
{
    private const string Message = "message";
    private const string Failure = "failure";

    /// <summary>Who sits at the desk.</summary>
    protected Staffer Me => HttpContext.Features.GetRequiredFeature<Staffer>();

    protected virtual bool IsOpenWithoutFactor => false;

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (Me.MustAddFactor && !IsOpenWithoutFactor)
        {
            context.Result = Redirect("/admin/me");
        }
    }

    /// <summary>Goes on to a page, which says <paramref name="message"/> once.</summary>
    protected StatusCodeResult Done(string path, string message)
    {
        Say(message);
        return SeeOther(path);
    }

    /// <summary>The next page says it once, whoever goes there.</summary>
    protected void Say(string message) => TempData[Message] = message;

    /// <summary>Goes back to a page, which says what was wrong and what to do.</summary>
    protected StatusCodeResult Fail(string path, string reason)
    {
        TempData[Failure] = reason;
        return SeeOther(path);
    }

    /// <summary>After a form: go and read, with GET, what became of it (RFC 9110, section 15.4.4).</summary>
    protected StatusCodeResult SeeOther(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
