using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Data;

public enum DatabaseEngine
{
    Sqlite,
    SqlServer,
}

public static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var engine = configuration.GetValue("Database:Engine", DatabaseEngine.Sqlite);
        return engine == DatabaseEngine.SqlServer
            ? services.AddDbContextPool<NewsDb, SqlServerNewsDb>(options
                => options.UseSqlServer(configuration.GetConnectionString("News"), server => server.EnableRetryOnFailure()))
            : services.AddDbContextPool<NewsDb, SqliteNewsDb>(options
                => options.UseSqlite(configuration.GetConnectionString("News") ?? "Data Source=data/news.db"));
    }
}
