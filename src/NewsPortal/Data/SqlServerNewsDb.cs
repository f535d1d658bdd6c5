using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Data;

public sealed class SqlServerNewsDb(DbContextOptions<SqlServerNewsDb> options) : NewsDb(options)
{
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
