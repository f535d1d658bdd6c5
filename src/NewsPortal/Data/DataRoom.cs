using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsPortal.Hosting;

namespace NewsPortal.Data;

public static class DataRoom
{
    /// <summary>Registers <see cref="NewsDb"/> on the engine that the settings choose, and <see cref="StoragePath"/>.</summary>
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var storage = new StoragePath(configuration, environment);
        services.TryAddSingleton(storage);
        var settings = DatabaseSettings.Read(configuration, storage, environment.ContentRootPath);
        var file = settings.Engine == DatabaseEngine.Sqlite ? settings.ConnectionString : null;
        services.AddSingleton(provider => new WriteAheadLog(file, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<WriteAheadLog>>()));
        services.AddHostedService(provider => provider.GetRequiredService<WriteAheadLog>());
        return settings.Engine == DatabaseEngine.SqlServer
            ? services.AddDbContextPool<NewsDb, SqlServerNewsDb>(settings.Apply)
            : services.AddDbContextPool<NewsDb, SqliteNewsDb>(settings.Apply);
    }
}
