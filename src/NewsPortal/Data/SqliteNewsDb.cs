using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Data;

public sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options) : NewsDb(options)
{
    // The driver waits for a busy database by sleeping on the thread, 150 ms at a time; writers of one process
    // queue at the gate instead. Other processes are what busy_timeout is for. The driver begins IMMEDIATE, so a
    // transaction that has begun is never refused half-way because another one wrote first.
    protected override Task InTransactionAsync(Func<Task> work, CancellationToken cancel)
        => WriteGate.Of(Database.GetConnectionString()!).PassAsync(
            async () =>
            {
                await using var transaction = await BeginAsync(cancel);
                await work();
                await transaction.CommitAsync(cancel);
            },
            cancel);

    // Whoever writes has the database alone.
    protected override Task WaitForTurnAsync(string at, CancellationToken cancel) => Task.CompletedTask;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyText.UseCollation(modelBuilder, "BINARY");
    }
}
