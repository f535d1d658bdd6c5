using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Data;

public sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options) : NewsDb(options)
{
    public override async Task WriteAsync(Func<Task> work, CancellationToken cancel = default)
    {
        // The driver waits for a busy database by sleeping on the thread, 150 ms at a time; writers of one process
        // queue here instead. Other processes are what busy_timeout is for.
        using var turn = await WriteGate.EnterAsync(Database.GetConnectionString()!, cancel);
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await work();
        await transaction.CommitAsync(cancel);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyText.UseCollation(modelBuilder, "BINARY");
    }
}
