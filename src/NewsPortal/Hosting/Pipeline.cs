using Microsoft.Net.Http.Headers;
using NewsPortal.Changes;
using NewsPortal.PageCache;
using NewsPortal.Redirects;
using Serilog;

namespace NewsPortal.Hosting;

/// <summary>The order in which a request passes through the house.</summary>
internal static class Pipeline
{
    private const string Immutable = "public, max-age=31536000, immutable";

    public static void UsePipeline(this WebApplication app)
    {
        app.UseStoredPages();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseChangeStreams();
        app.UseSerilogRequestLogging(options => options.IncludeQueryInRequestPath = false);
        app.UseExceptionHandler("/error/500");
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSameOriginGuard();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static context => KeepLong(context.Context) });
        app.UseSiteLanguage();
        app.UseRouting();
        app.UseRedirects();
        app.UsePageStoring();
        // Not named, it would be put before everything, and who is signed in be looked up for every stored page.
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapControllers();
    }

    // A font never changes under its name, and a stylesheet's address carries the hash of its bytes.
    private static void KeepLong(HttpContext context)
    {
        var named = context.Request.Query.ContainsKey("v") || context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal);
        // A module names the others without their hash, so each asks whether it is still the same.
        var always = context.Request.Path.Equals("/service-worker.js", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/js/editor", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/js/breaking", StringComparison.Ordinal);
        context.Response.Headers[HeaderNames.CacheControl] = always ? "no-cache" : named ? Immutable : "public, max-age=3600";
    }
}
