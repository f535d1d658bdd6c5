namespace NewsPortal.Breaking;

public static class BreakingRoom
{
    public static IServiceCollection AddBreaking(this IServiceCollection services) => services.AddScoped<OnAir>();
}
