using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Data;

public sealed class SqlServerNewsDb(DbContextOptions<SqlServerNewsDb> options) : NewsDb(options)
{
    public override Task WriteAsync(Func<Task> work, CancellationToken cancel = default)
        => Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(cancel);
            await work();
            await transaction.CommitAsync(cancel);
        });

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        KeyText.UseCollation(modelBuilder, "Latin1_General_100_BIN2");
    }
}
