namespace NewsPortal.Feeds;

public static class FeedsRoom
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
        => services.AddSingleton<RssWriter>().AddScoped<Sitemap>();
}
