using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsPortal.Data;

/// <summary>
/// Brings what SQLite wrote ahead into the file, beside the writers, so that none of them does it while others wait; and
/// empties the log where erased words were in it (https://www.sqlite.org/wal.html, sections 2.1 and 2.3). SQL Server keeps
/// its log as its backups need it: there this does nothing.
/// </summary>
/// <param name="connectionString">Of SQLite; null on another engine.</param>
/// <param name="clock">Tells when to look again.</param>
/// <param name="log">Told when the file cannot be reached.</param>
public sealed partial class WriteAheadLog(string? connectionString, TimeProvider clock, ILogger<WriteAheadLog> log) : BackgroundService
{
    /// <summary>Pages; a writer brings them in itself when the log is so long, because nobody else could.</summary>
    internal const int MostPages = 16_000;

    private const long Enough = 4 * 1024 * 1024;
    private const int Patience = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // A process may have ended before it emptied what it owed.
    private volatile bool isOwed = true;

    /// <summary>Empties the log now, or as soon as nobody reads in it any more.</summary>
    public async Task EmptyAsync(CancellationToken cancel)
    {
        isOwed = true;
        try
        {
            for (var tries = 0; tries < Patience && !await IsEmptyAsync(cancel); tries++)
            {
                await Task.Delay(Pause, cancel);
            }
        }
        catch (SqliteException failure)
        {
            // It is owed still: see ExecuteAsync.
            LogFailure(failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (connectionString is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (SqliteException failure)
            {
                LogFailure(failure);
            }

            await Task.Delay(Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log could not be brought into the file; it is tried again in a second.")]
    private partial void LogFailure(Exception failure);

    private async Task LookAsync(CancellationToken cancel)
    {
        if (isOwed)
        {
            await IsEmptyAsync(cancel);
        }
        else if (new FileInfo(new SqliteConnectionStringBuilder(connectionString).DataSource + "-wal") is { Exists: true, Length: > Enough })
        {
            await RunAsync("PRAGMA wal_checkpoint(PASSIVE)", cancel);
        }
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        isOwed = connectionString is not null && await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel) != 0;
        return !isOwed;
    }

    // On a connection of its own that waits for nobody: while it waited, writers would wait for it.
    private async Task<int> RunAsync(string command, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var run = connection.CreateCommand();
        run.CommandText = "PRAGMA busy_timeout = 0; " + command;
        await using var answer = await run.ExecuteReaderAsync(cancel);
        // The first answer repeats the time-out.
        await answer.NextResultAsync(cancel);
        await answer.ReadAsync(cancel);
        return Convert.ToInt32(answer.GetValue(0), CultureInfo.InvariantCulture);
    }
}
