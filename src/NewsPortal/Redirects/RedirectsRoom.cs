using NewsPortal.Changes;
using NewsPortal.PageCache;

namespace NewsPortal.Redirects;

public static class RedirectsRoom
{
    // The queries by which WordPress names a page at the root.
    private static readonly string[] NumberNames = ["p", "page_id", "attachment_id", "cat", "author"];

    public static IServiceCollection AddRedirects(this IServiceCollection services) => services.AddScoped<RedirectLookup>();

    /// <summary>
    /// Leads old addresses on: at the root only those that a query names, everywhere else only where the paper itself has
    /// nothing. Stands between the pages for status codes and the store of pages, where a 404 either has not been written
    /// yet or was looked up when it was made.
    /// </summary>
    public static IApplicationBuilder UseRedirects(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (RootNumber(context.Request) is { } query && await LeadOnAsync(context, query))
        {
            return;
        }

        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null } && IsReading(context.Request))
        {
            context.RequestServices.GetRequiredService<PageBasis>().RestsOn(CacheTag.Missing);
            await LeadOnAsync(context, OldNumber(context.Request));
        }
    });

    /// <summary>The part of a query by which WordPress named a page, as <c>p=12</c>; null when there is none.</summary>
    internal static string? OldNumber(HttpRequest request)
    {
        foreach (var name in NumberNames)
        {
            if (request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 and < 20 } id] && id.All(char.IsAsciiDigit))
            {
                return $"{name}={id}";
            }
        }

        return null;
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string? RootNumber(HttpRequest request) => request.Path == "/" && IsReading(request) ? OldNumber(request) : null;

    private static async Task<bool> LeadOnAsync(HttpContext context, string? query)
    {
        var lookup = context.RequestServices.GetRequiredService<RedirectLookup>();
        if (await lookup.FindAsync(context.Request.Path.Value ?? "/", query, context.RequestAborted) is not { } target)
        {
            return false;
        }

        context.Response.Redirect(context.Request.PathBase + target, permanent: true);
        return true;
    }
}
