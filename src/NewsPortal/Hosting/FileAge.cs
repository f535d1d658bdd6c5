namespace NewsPortal.Hosting;

/// <summary>How long a browser keeps a file under wwwroot without asking for it again.</summary>
internal static class FileAge
{
    private const string Immutable = "public, max-age=31536000, immutable";

    // A font never changes under its name, and the address of a stylesheet or script on a page carries the hash of its bytes.
    public static void Set(HttpContext context)
    {
        var (path, query) = (context.Request.Path, context.Request.Query);
        var named = query.ContainsKey("v") || path.StartsWithSegments("/fonts", StringComparison.Ordinal);
        context.Response.Headers.CacheControl = named ? Immutable : IsNamedByModules(path) ? "no-cache" : "public, max-age=3600";
    }

    // A module names the others without their hash, so each asks whether it is still the same.
    private static bool IsNamedByModules(PathString path)
        => path.Equals("/service-worker.js", StringComparison.Ordinal)
            || path.Equals("/js/dismissed.js", StringComparison.Ordinal)
            || path.StartsWithSegments("/js/breaking", StringComparison.Ordinal)
            || path.StartsWithSegments("/js/changes", StringComparison.Ordinal)
            || path.StartsWithSegments("/js/editor", StringComparison.Ordinal);
}
