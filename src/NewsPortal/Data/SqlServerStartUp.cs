using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Hosting;

namespace NewsPortal.Data;

internal static class SqlServerStartUp
{
    private const int ReachSeconds = 5;

    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors
    private const int CannotOpenDatabase = 4060;
    private const int DatabaseExists = 1801;
    private const int LoginFailed = 18456;
    private const int MayNotCreate = 262;

    // Building an index on a large paper takes longer than a page may, and so does waiting for the instance that builds it.
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(10);

    public static async Task PrepareAsync(NewsDb db, ILogger log, CancellationToken cancel)
    {
        var server = new SqlConnectionStringBuilder(db.Database.GetConnectionString());
        try
        {
            await ReachAsync(server, cancel);
            db.Database.SetCommandTimeout(StepTime);
            await MigrateAsync(db, log, cancel);
        }
        catch (SqlException cause)
        {
            throw new StartUpException(Sentence(cause, server), cause);
        }
        finally
        {
            db.Database.SetCommandTimeout(null);
        }
    }

    // EF goes on trying for minutes; whoever mistyped the server's name wants to know now.
    private static async Task ReachAsync(SqlConnectionStringBuilder server, CancellationToken cancel)
    {
        var quick = new SqlConnectionStringBuilder(server.ConnectionString)
        {
            ConnectTimeout = ReachSeconds,
            ConnectRetryCount = 0,
            Pooling = false,
        };
        await using var connection = new SqlConnection(quick.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
        }
        catch (SqlException missing) when (missing.Number == CannotOpenDatabase)
        {
            // The server is there and the database is not: migrating makes it, if the login may.
        }
    }

    // EF lets one instance migrate at a time (sp_getapplock), but makes a missing database before it takes that lock.
    private static async Task MigrateAsync(NewsDb db, ILogger log, CancellationToken cancel)
    {
        try
        {
            await StartUp.MigrateAsync(db, log, cancel);
        }
        catch (SqlException race) when (race.Number == DatabaseExists)
        {
            await StartUp.MigrateAsync(db, log, cancel);
        }
    }

    // The address and the database's name are said, never the rest: a connection string holds a password.
    private static string Sentence(SqlException cause, SqlConnectionStringBuilder server) => cause.Number switch
    {
        LoginFailed => $"The SQL Server at {server.DataSource} refused the login \"{server.UserID}\": mend ConnectionStrings:News.",
        CannotOpenDatabase or MayNotCreate =>
            $"The login may neither open nor create the database \"{server.InitialCatalog}\" at {server.DataSource}: create it, or grant the login its rights.",
        _ when cause.Class >= 20 =>
            $"The SQL Server at {server.DataSource} cannot be reached: start it, or mend ConnectionStrings:News.",
        _ => $"The SQL Server at {server.DataSource} refused to prepare the database ({cause.Message.TrimEnd('.')}): mend it and start again.",
    };
}
