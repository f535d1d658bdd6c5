using NewsPortal.Changes;
using NewsPortal.PageCache;
using NewsPortal.Redirects;
using Serilog;

namespace NewsPortal.Hosting;

/// <summary>The order in which a request passes through the house.</summary>
internal static class Pipeline
{
    public static void UsePipeline(this WebApplication app)
    {
        app.UseStoredPages();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseChangeStreams();
        app.UseSerilogRequestLogging(options => (options.IncludeQueryInRequestPath, options.Logger) = (false, app.Services.GetRequiredService<Serilog.ILogger>()));
        app.UseExceptionHandler("/error/500");
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSameOriginGuard();
        app.UseMiddleware<PressedFiles>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static context => FileAge.Set(context.Context) });
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
}
