namespace NewsPortal.Hosting;

/// <summary>
/// Nobody else's page may send a form here. Public forms carry no token, because their pages are stored for everybody;
/// the browser itself says where a request comes from (Fetch Metadata, and the Origin header of RFC 6454, section 7).
/// </summary>
internal static class SameOriginGuard
{
    public static IApplicationBuilder UseSameOriginGuard(this IApplicationBuilder app)
    {
        var ours = app.ApplicationServices.GetRequiredService<Site>().Url;
        var doors = app.ApplicationServices.GetServices<MachineDoor>().Select(door => door.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return app.Use((context, next) =>
        {
            if (IsSafe(context.Request.Method) || doors.Contains(context.Request.Path.ToString()) || IsOurs(context.Request, ours))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    private static bool IsSafe(string method)
        => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request, string ours)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin == ours || origin == $"{request.Scheme}://{request.Host}";
    }
}
