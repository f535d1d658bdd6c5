namespace NewsPortal.PageCache;

public static class PageCacheRoom
{
    public static IServiceCollection AddPageCache(this IServiceCollection services) => services.AddScoped<PageBasis>();
}
