using NewsPortal.Changes.Streams;
using NewsPortal.Hosting;

namespace NewsPortal.Changes;

public static class ChangesRoom
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static IServiceCollection AddChanges(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ChangeSettings.Read(configuration);
        services.AddSingleton(settings).AddSingleton<ChangeBell>().AddSingleton<RecentChanges>();
        services.AddSingleton<StandingEditions>().AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StandingEditions>());
        services.AddScoped<ChangePages>();
        AddStreams(services, settings);
        services.AddSingleton<ChangeTail>().AddHostedService(provider => provider.GetRequiredService<ChangeTail>());
        services.AddHostedService<ChangePruning>();
        if (settings.Redis is { } redis)
        {
            services.AddSingleton(redis).AddHostedService<RedisBell>();
        }

        return services;
    }

    /// <summary>Stands where the address of the client is known and the headers of every answer are set, and before anything that a stream must not hold.</summary>
    public static IApplicationBuilder UseChangeStreams(this IApplicationBuilder app)
    {
        var door = app.ApplicationServices.GetRequiredService<StreamDoor>();
        return app.Use(next => http => StreamDoor.IsFor(http.Request) ? door.AnswerAsync(http) : next(http));
    }

    /// <param name="name">Of its cursor: a consumer that is called otherwise is a new one.</param>
    public static IServiceCollection AddChangeConsumer<T>(this IServiceCollection services, string name)
        where T : class, IChangeConsumer
    {
        services.AddKeyedScoped<IChangeConsumer, T>(name);
        services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<CursorRunner>(provider, name));
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredKeyedService<CursorRunner>(name));
        return services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<CursorRunner>(name));
    }

    private static void AddStreams(IServiceCollection services, ChangeSettings settings)
    {
        services.AddSingleton<StreamFeed>().AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<StreamFeed>());
        services.AddSingleton(new StreamSlots(settings, OpenFiles.Most())).AddSingleton<StreamMeter>().AddSingleton<StreamOpening>().AddSingleton<StreamDoor>();
        services.AddHostedService<StreamPump>();
    }
}
