using NewsPortal.Hosting;

namespace NewsPortal.Changes;

public static class ChangesRoom
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static IServiceCollection AddChanges(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ChangeSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton<ChangeBell>().AddSingleton<RecentChanges>();
        services.AddSingleton<ChangeTail>().AddHostedService(provider => provider.GetRequiredService<ChangeTail>());
        services.AddHostedService<ChangePruning>();
        if (settings.Redis is { } redis)
        {
            services.AddSingleton(redis).AddHostedService<RedisBell>();
        }

        return services;
    }
}
