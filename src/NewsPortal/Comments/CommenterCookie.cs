using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NewsPortal.Comments;

/// <summary>
/// By which a browser is known again that sent a comment. It is given with the first one, and no page that is stored for
/// everybody looks at it. Whoever forges one is nobody.
/// </summary>
public sealed class CommenterCookie(IDataProtectionProvider protection)
{
    private const string Name = "newsportal.commenter";
    // Says to the page's script that there is something to fetch; the other is not for scripts.
    private const string Hint = "newsportal.commented";
    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("commenter").ToTimeLimitedDataProtector();

    /// <returns>The number of the <see cref="Commenter"/>; null of a stranger.</returns>
    public int? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return int.Parse(seal.Unprotect(value), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Give(HttpContext http, int commenterId)
    {
        http.Response.Cookies.Append(Name, seal.Protect(commenterId.ToString(CultureInfo.InvariantCulture), Life), Options(http, forScripts: false));
        GiveHint(http);
    }

    /// <summary>The comments belong to an account now: who is signed in is asked instead.</summary>
    public static void Exchange(HttpContext http)
    {
        http.Response.Cookies.Delete(Name);
        GiveHint(http);
    }

    /// <summary>The browser is a stranger's again.</summary>
    public static void Take(HttpContext http)
    {
        http.Response.Cookies.Delete(Name);
        http.Response.Cookies.Delete(Hint);
    }

    private static void GiveHint(HttpContext http) => http.Response.Cookies.Append(Hint, "1", Options(http, forScripts: true));

    private static CookieOptions Options(HttpContext http, bool forScripts)
        => new() { HttpOnly = !forScripts, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Life, Path = "/" };
}
