using NewsPortal.Articles.Writing;

namespace NewsPortal.Articles;

public static class ArticlesRoom
{
    public static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddScoped<StoryLists>().AddScoped<StoryBodies>().AddScoped<Rerendering>().AddScoped<DraftSaving>()
        .AddSingleton<NewsroomSettings>().AddScoped<InnerLinks>().AddScoped<PublishingChecks>().AddScoped<PublishingRules>()
        .AddScoped<DueMoves>().AddHostedService<ScheduledPublishing>();
}
