using NewsPortal.Changes;
using NewsPortal.Hosting;

namespace NewsPortal.Feeds;

public static class FeedsRoom
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = FeedSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton<RssWriter>().AddScoped<Sitemap>();
        if (settings.WebSubHub is { } hub)
        {
            services.AddWebSub(hub);
        }

        return services;
    }

    // The operator chose the hub, so it may be on a network of their own; wherever it points to was chosen by somebody else.
    private static void AddWebSub(this IServiceCollection services, Uri hub)
    {
        services.AddHttpClient(WebSubPings.Cursor, client => (client.BaseAddress, client.Timeout) = (hub, WebSubPings.Patience))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddScoped<TouchedFeeds>().AddChangeConsumer<WebSubPings>(WebSubPings.Cursor);
    }
}
