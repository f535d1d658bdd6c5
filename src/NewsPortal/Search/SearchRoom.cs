namespace NewsPortal.Search;

public static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<IStorySearch, FoldedSearch>();
}
