using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace NewsPortal.Data;

/// <summary>
/// What SQLite keeps per connection and not in the file: what was acknowledged is on the disk, what was deleted is not,
/// foreign keys hold, and another process's write is waited for.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    // busy_timeout comes first: the pragmas after it read the file, which may be busy.
    private static readonly string Commands
        = $"PRAGMA busy_timeout = {DatabaseSettings.BusySeconds * 1000}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = {WriteAheadLog.MostPages};";

    // The driver pools its handles, and a handle keeps its pragmas from one use to the next.
    private readonly ConditionalWeakTable<sqlite3, object> set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Set(SqliteConnection connection)
    {
        if (set.TryGetValue(connection.Handle!, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Commands;
        command.ExecuteNonQuery();
        set.AddOrUpdate(connection.Handle!, connection.Handle!);
    }
}
