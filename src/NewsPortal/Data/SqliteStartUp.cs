using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Hosting;
using static SQLitePCL.raw;

namespace NewsPortal.Data;

internal static class SqliteStartUp
{
    private const string FindLock = "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock'";
    private const string ClearLock = "DELETE FROM __EFMigrationsLock";

    public static async Task PrepareAsync(NewsDb db, ILogger log, CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var turn = await MigrationLock.TakeAsync(file, log, cancel);
            await db.Database.OpenConnectionAsync(cancel);
            Open((SqliteConnection)db.Database.GetDbConnection(), file, log);
            await StartUp.MigrateAsync(db, log, cancel);
        }
        catch (SqliteException cause)
        {
            throw new StartUpException(Sentence(cause, file), cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException(
                $"The folder {Path.GetDirectoryName(file)} cannot be made or written ({cause.Message.TrimEnd('.')}): mend its permissions, or set Storage:Path to another.",
                cause);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void Open(SqliteConnection connection, string file, ILogger log)
    {
        var mode = Run(connection, "PRAGMA journal_mode = WAL");
        if (mode is not "wal")
        {
            throw new StartUpException($"{file} cannot keep a write-ahead log where it is: set Storage:Path to a folder on a disk of this machine.");
        }

        // A file that is held, full or read-only says so here and not at the first reader.
        Run(connection, "BEGIN IMMEDIATE; ROLLBACK;");
        ForgetStaleLock(connection, log);
    }

    // A process killed while migrating leaves EF's lock row behind, and EF would wait for it for ever. We hold the
    // lock of the operating system, so whoever wrote the row is gone.
    private static void ForgetStaleLock(SqliteConnection connection, ILogger log)
    {
        if (Run(connection, FindLock) is null)
        {
            return;
        }

        using var command = new SqliteCommand(ClearLock, connection);
        if (command.ExecuteNonQuery() > 0)
        {
            log.LogWarning("An earlier start was killed while it migrated the database; its lock is cleared and the migration runs again");
        }
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private static string Sentence(SqliteException cause, string file) => cause.SqliteErrorCode switch
    {
        SQLITE_NOTADB or SQLITE_CORRUPT =>
            $"{file} is not a database, or is damaged: restore a backup in its place, or move it away to start an empty paper.",
        SQLITE_BUSY or SQLITE_LOCKED =>
            $"{file} is locked by another program and stayed so while it was waited for: end that program and start again.",
        SQLITE_FULL => $"The disk is full, so {file} cannot be written: make room and start again.",
        SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM or SQLITE_IOERR =>
            $"{file} cannot be opened for writing: mend the permissions of the file and its folder, or set Storage:Path to another.",
        _ => $"{file} refused to be prepared ({cause.Message.TrimEnd('.')}): restore a backup, or move it away to start an empty paper.",
    };
}
