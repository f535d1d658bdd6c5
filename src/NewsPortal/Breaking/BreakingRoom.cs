using NewsPortal.Changes;
using NewsPortal.Hosting;

namespace NewsPortal.Breaking;

public static class BreakingRoom
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static IServiceCollection AddBreaking(this IServiceCollection services, IConfiguration configuration)
        => services.AddSingleton(BreakingSettings.Read(configuration)).AddScoped<OnAir>().AddScoped<RunningOrder>().AddScoped<IStandingNews, FlashNews>();
}
