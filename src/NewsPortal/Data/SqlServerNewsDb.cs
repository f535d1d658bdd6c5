using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Data;

public sealed class SqlServerNewsDb(DbContextOptions<SqlServerNewsDb> options) : NewsDb(options)
{
    private const int TurnMilliseconds = 15_000;

    /// <summary>
    /// Waits until nobody else has the turn; it goes with the transaction. Of the lock less than 0 is no lock:
    /// https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-getapplock-transact-sql.
    /// </summary>
    public static FormattableString Turn(string at)
        => $"""
            DECLARE @got int;
            EXEC @got = sp_getapplock @Resource = {at}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = {TurnMilliseconds};
            IF @got < 0 THROW 50000, 'Too many write at once.', 1;
            """;

    protected override Task WaitForTurnAsync(string at, CancellationToken cancel) => Database.ExecuteSqlAsync(Turn(at), cancel);

    // Reaching the server is tried again, the work is not: after a first try its entities count as saved and their
    // announcements as told, so a second try would commit a transaction with holes in it.
    protected override async Task InTransactionAsync(Func<Task> work, CancellationToken cancel)
    {
        var failure = await Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await BeginAsync(token);
                return await FailureOfAsync(async () =>
                {
                    await work();
                    await transaction.CommitAsync(token);
                });
            },
            cancel);
        failure?.Throw();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyText.UseCollation(modelBuilder, "Latin1_General_100_BIN2");
    }

    private static async Task<ExceptionDispatchInfo?> FailureOfAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception failure)
        {
            return ExceptionDispatchInfo.Capture(failure);
        }
    }
}
