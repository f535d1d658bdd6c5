using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsPortal.Hosting;

namespace NewsPortal.Data;

public enum DatabaseEngine
{
    Sqlite,
    SqlServer,
}

/// <summary>Which database the paper is kept in: <c>Database:Engine</c>, <c>ConnectionStrings:News</c>, <c>Database:MaxBatchSize</c>.</summary>
/// <param name="Engine">SQLite when nothing is said.</param>
/// <param name="ConnectionString">Complete: of SQLite, the file's path is absolute.</param>
/// <param name="MaxBatchSize">Statements sent at once; null leaves it to the engine. TDS servers without MERGE need 1.</param>
internal sealed record DatabaseSettings(DatabaseEngine Engine, string ConnectionString, int? MaxBatchSize = null)
{
    /// <summary>Seconds that SQLite waits for another process that holds the file; the driver asks once or twice, so at worst twice that.</summary>
    public const int BusySeconds = 4;

    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static DatabaseSettings Read(IConfiguration configuration, StoragePath storage, string contentRoot)
    {
        var given = configuration.GetConnectionString("News");
        var engine = ReadEngine(configuration["Database:Engine"]);
        var connection = engine == DatabaseEngine.SqlServer ? SqlServer(given) : Sqlite(given, storage, contentRoot);
        return new DatabaseSettings(engine, connection, ReadMaxBatchSize(configuration["Database:MaxBatchSize"]));
    }

    public void Apply(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(WriteGuard.Instance);
        // Whoever asked is told by the exception, and says so once; what asks every second would fill the log with these.
        options.ConfigureWarnings(events => events.Log(
            (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug)));
        if (Engine == DatabaseEngine.SqlServer)
        {
            options.UseSqlServer(ConnectionString, server =>
            {
                server.EnableRetryOnFailure();
                if (MaxBatchSize is { } size)
                {
                    server.MaxBatchSize(size);
                }
            });
            return;
        }

        options.AddInterceptors(SqlitePragmas.Instance);
        options.UseSqlite(ConnectionString, sqlite =>
        {
            if (MaxBatchSize is { } size)
            {
                sqlite.MaxBatchSize(size);
            }
        });
    }

    private static DatabaseEngine ReadEngine(string? name) => name switch
    {
        null or "" => DatabaseEngine.Sqlite,
        _ when name.Equals(nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase) => DatabaseEngine.Sqlite,
        _ when name.Equals(nameof(DatabaseEngine.SqlServer), StringComparison.OrdinalIgnoreCase) => DatabaseEngine.SqlServer,
        _ => throw new StartUpException($"Database:Engine is \"{name}\", which is no engine of this paper: set it to Sqlite or SqlServer."),
    };

    private static int? ReadMaxBatchSize(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : throw new StartUpException($"Database:MaxBatchSize is \"{text}\": set it to a whole number from 1, or leave it out.");
    }

    private static string SqlServer(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            throw new StartUpException("Database:Engine is SqlServer but there is no ConnectionStrings:News: set it to the database's connection string.");
        }

        return Parse(() => new SqlConnectionStringBuilder(given).ConnectionString);
    }

    private static string Sqlite(string? given, StoragePath storage, string contentRoot)
    {
        var connection = Parse(() => new SqliteConnectionStringBuilder(given));
        var file = string.IsNullOrWhiteSpace(given) ? storage.Combine("news.db") : connection.DataSource;
        if (connection.Mode == SqliteOpenMode.Memory || file is "" || file.StartsWith(':') || file.StartsWith("file:", StringComparison.Ordinal))
        {
            throw new StartUpException("ConnectionStrings:News names no file for SQLite: write it as \"Data Source=PATH\".");
        }

        connection.DataSource = Path.GetFullPath(file, contentRoot);
        // SQLite itself waits for a busy file (busy_timeout); to this driver a time-out is how long it asks anew after that.
        connection.DefaultTimeout = 1;
        return connection.ConnectionString;
    }

    // The driver's own message repeats the text it could not read, and that text may hold a password.
    private static T Parse<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartUpException("ConnectionStrings:News cannot be read as a connection string of the chosen engine: mend it, or leave it out to use SQLite's news.db.");
        }
    }
}
