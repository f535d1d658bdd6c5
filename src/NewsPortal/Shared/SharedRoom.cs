using Microsoft.AspNetCore.Localization;
using NewsPortal.Changes;

namespace NewsPortal.Shared;

public static class SharedRoom
{
    public static IServiceCollection AddShared(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<Site>();
        services.AddSingleton<Words>();
        services.AddSingleton<SiteDates>();
        services.AddSingleton<Navigation>().AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<Navigation>());
        services.AddScoped<PageHead>();
        return services;
    }

    /// <summary>Every page speaks the site's language, whatever the machine or the browser prefers: pages are shared by all readers.</summary>
    public static IApplicationBuilder UseSiteLanguage(this IApplicationBuilder app)
    {
        var site = app.ApplicationServices.GetRequiredService<Site>();
        return app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(site.Culture),
            SupportedCultures = [site.Culture],
            SupportedUICultures = [site.Culture],
            RequestCultureProviders = [],
        });
    }
}
