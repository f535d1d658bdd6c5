using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Admin.Articles;

internal static class Scripted
{
    /// <summary>A script asked, and stays on its page; it says so by wanting JSON.</summary>
    public static bool IsScript(this Controller controller)
        => controller.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}
