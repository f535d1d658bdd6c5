namespace NewsPortal.Front;

public static class FrontRoom
{
    public static IServiceCollection AddFront(this IServiceCollection services) => services
        .AddSingleton<FrontCandidates>()
        .AddScoped<FrontPage>();
}
