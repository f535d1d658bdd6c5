using Microsoft.EntityFrameworkCore;
using NewsPortal.Hosting;

namespace NewsPortal.Data;

/// <summary>Brings the database to this version's model before anything is served from it or written to it.</summary>
public static class StartUp
{
    /// <summary>Creates the database when there is none and migrates it. Any number of processes may do so at once.</summary>
    /// <exception cref="StartUpException">It cannot be reached, opened, written or understood; the message says which.</exception>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var log = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartUp));
        await (db is SqlServerNewsDb ? SqlServerStartUp.PrepareAsync(db, log, cancel) : SqliteStartUp.PrepareAsync(db, log, cancel));
    }

    internal static async Task MigrateAsync(NewsDb db, ILogger log, CancellationToken cancel)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
        var known = db.Database.GetMigrations().ToList();
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } unknown)
        {
            throw new StartUpException(
                $"The database was made by a newer version of this program (it has \"{unknown}\"): run that version, or restore a backup made by this one.");
        }

        var pending = known.Count - applied.Count();
        if (pending == 0)
        {
            return;
        }

        log.LogInformation("Migrating the database: {Count} to go", pending);
        await db.Database.MigrateAsync(cancel);
    }
}
