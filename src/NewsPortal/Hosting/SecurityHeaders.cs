namespace NewsPortal.Hosting;

/// <summary>
/// The same strict headers on every kind of response, error pages and files too. There is no inline script or style
/// anywhere, so the policy needs neither nonce nor hash and a page can be cached for everybody.
/// </summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types newsportal";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        + "payment=(), usb=(), browsing-topics=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var secure = app.ApplicationServices.GetRequiredService<Site>().Url.StartsWith("https:", StringComparison.Ordinal);
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers, secure);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(IHeaderDictionary headers, bool secure)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        // Pictures may stand on other people's pages, so Media says cross-origin itself.
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (secure)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }
    }
}
