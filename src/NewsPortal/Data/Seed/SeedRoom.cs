namespace NewsPortal.Data.Seed;

public static class SeedRoom
{
    public static IServiceCollection AddSeed(this IServiceCollection services)
        => services.AddScoped<DemoComments>().AddScoped<DemoPaper>().AddScoped<ManyStories>();
}
