using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace NewsPortal.Accounts;

/// <summary>The cookie of who is signed in: good for as long as its session is, which is looked up at each request.</summary>
internal sealed class StaffCookie(StaffSessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var member = StaffSessions.IdOf(context.Principal) is { } session
            ? await sessions.FindAsync(session, context.HttpContext.RequestAborted)
            : null;
        if (member is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(StaffSessions.Scheme);
            return;
        }

        context.HttpContext.Features.Set(member);
        // A reader is never one: whatever asks for a staffer finds nobody.
        if (member is Staffer staffer)
        {
            context.HttpContext.Features.Set(staffer);
        }
    }

    /// <summary>A script that saves is told so and asks for a new sign-in on its page; a person is taken to the door.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsScript(context.Request) || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        return base.RedirectToLogin(context);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsScript(HttpRequest request)
        => request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}
