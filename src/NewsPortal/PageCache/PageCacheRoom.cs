using NewsPortal.Changes;

namespace NewsPortal.PageCache;

public static class PageCacheRoom
{
    public static IServiceCollection AddPageCache(this IServiceCollection services)
    {
        services.AddScoped<PageBasis>();
        services.AddSingleton<PageCacheSettings>().AddSingleton<PageStore>().AddSingleton<PageRenderer>().AddSingleton<PageCacheMeter>();
        services.AddSingleton<ChangeMark>();
        services.AddSingleton<StoredPages>();
        return services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StoredPages>());
    }

    /// <summary>Answers with what is stored, before anything else looks at the request. What comes after it makes the pages.</summary>
    public static IApplicationBuilder UseStoredPages(this IApplicationBuilder app)
    {
        if (!IsOn(app))
        {
            return app;
        }

        var pages = app.ApplicationServices.GetRequiredService<StoredPages>();
        var renderer = app.ApplicationServices.GetRequiredService<PageRenderer>();
        return app.Use(next =>
        {
            renderer.RenderWith(next);
            return context => IsReading(context.Request) && pages.Take(PageKey.AsAsked(context.Request)) is { } answer ? answer.SendAsync(context) : next(context);
        });
    }

    /// <summary>Has pages made and stored. Stands behind routing, which says what may be stored.</summary>
    public static IApplicationBuilder UsePageStoring(this IApplicationBuilder app)
    {
        if (!IsOn(app))
        {
            return app;
        }

        var pages = app.ApplicationServices.GetRequiredService<StoredPages>();
        return app.Use(next => async context =>
        {
            if (IsReading(context.Request) && !PageRenderer.IsRendering(context) && PageKey.Of(context.Request, context.GetEndpoint()) is { } key
                && await pages.TakeAsync(key, context.RequestAborted) is { } answer)
            {
                await answer.SendAsync(context);
                return;
            }

            await next(context);
        });
    }

    private static bool IsOn(IApplicationBuilder app) => app.ApplicationServices.GetRequiredService<PageCacheSettings>().IsOn;

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
