namespace NewsPortal.Admin.Articles;

public static class WritingDeskRoom
{
    public static IServiceCollection AddWritingDesk(this IServiceCollection services) => services.AddScoped<CopyDesk>();
}
