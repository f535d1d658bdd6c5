using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NewsPortal.Changes;
using NewsPortal.Comments;

namespace NewsPortal.Data;

/// <summary>Every write is one transaction of facts, their versions, the changes they announce and who answers for them.</summary>
public abstract partial class NewsDb
{
    // Errands and design time have a bell that nobody hears, or none.
    private readonly ChangeBell? bell = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<ChangeBell>();
    private bool savedSome;
    private Exception? torn;
    private long newestTold;

    /// <summary>
    /// Runs <paramref name="work"/> in one write transaction; nothing of it stays when it throws. A call inside another
    /// joins that one, which then cannot be kept either when the inner fails. On SQLite the process's writers wait for
    /// each other here, without blocking a thread. When the write fails after something was saved, the context forgets
    /// all it tracked: load again before trying again. Returns when this process's followers of the change feed know of it.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">A row was changed by somebody else since it was read.</exception>
    public async Task WriteAsync(Func<Task> work, CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            await OrTearAsync(work);
            return;
        }

        (savedSome, torn, newestTold) = (false, null, 0);
        try
        {
            await InTransactionAsync(() => WholeAsync(work), cancel);
        }
        catch
        {
            if (savedSome)
            {
                ChangeTracker.Clear();
            }

            throw;
        }

        if (bell is not null && newestTold > 0)
        {
            await bell.RingAsync(newestTold);
        }
    }

    /// <exception cref="NotSupportedException">Anything but the framework's signing keys is saved here.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
        // The key ring knows no await. It writes once in three months, so it alone may hold a thread at the gate.
        => ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult()
            : throw new NotSupportedException("Saving waits for the write gate: use SaveChangesAsync.");

    /// <exception cref="DbUpdateConcurrencyException">
    /// A row was changed by somebody else since it was read. What was to be saved, and announced, is still tracked.
    /// </exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await SaveAndTellAsync(cancellationToken);
        }

        var written = 0;
        await WriteAsync(async () => written = await SaveAndTellAsync(cancellationToken), cancellationToken);
        return written;
    }

    /// <summary>
    /// Until this write ends, whoever asks for the same turn waits, in every instance: what is looked up after that is
    /// looked up among all that is kept, and a row that begins is begun once. On SQLite every write is such a turn.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no write.</exception>
    public Task TakeTurnAsync(string at, CancellationToken cancel) => Database.CurrentTransaction is null
        ? throw new InvalidOperationException("A turn is taken inside a write.")
        : WaitForTurnAsync(at, cancel);

    protected abstract Task WaitForTurnAsync(string at, CancellationToken cancel);

    /// <summary>Begins a transaction for writing, runs the work in it and commits.</summary>
    protected abstract Task InTransactionAsync(Func<Task> work, CancellationToken cancel);

#pragma warning disable RS0030 // Here is where writes pass the gate.
    protected Task<IDbContextTransaction> BeginAsync(CancellationToken cancel) => Database.BeginTransactionAsync(cancel);
#pragma warning restore RS0030

    private async Task WholeAsync(Func<Task> work)
    {
        await work();
        if (torn is not null)
        {
            throw new InvalidOperationException("A part of this write failed and was passed over, so none of it is kept.", torn);
        }
    }

    private async Task OrTearAsync(Func<Task> part)
    {
        try
        {
            await part();
        }
        catch (Exception failure)
        {
            torn = failure;
            throw;
        }
    }

    private async Task<int> SaveAndTellAsync(CancellationToken cancel)
    {
        ChangeTracker.DetectChanges();
        HoldLengths();
        CountVersions();
        var tally = CommentTally.Of(ChangeTracker);
        var announcers = ChangeTracker.Entries<Announcer>().Select(entry => entry.Entity).Where(entity => entity.HasNews).ToList();
        await (tally.Counts ? TakeTurnAsync(CommentTally.Turn, cancel) : Task.CompletedTask);
        var written = await base.SaveChangesAsync(true, cancel);
        savedSome = true;
        await OrTearAsync(() => TallyAsync(tally, cancel));
        if (announcers.Count > 0)
        {
            // Ids are known only now, and what is told names its subject by id.
            var told = announcers.SelectMany(entity => entity.TakeAnnouncements()).ToList();
            Changes.AddRange(told);
            AuditEntries.AddRange(announcers.SelectMany(entity => entity.TakeDeeds()));
            await OrTearAsync(async () => written += await base.SaveChangesAsync(true, cancel));
            newestTold = told.Aggregate(newestTold, (newest, change) => Math.Max(newest, change.Seq));
        }

        return written;
    }

    private async Task TallyAsync(CommentTally tally, CancellationToken cancel)
    {
        await tally.ApplyAsync(this, cancel);
        if (ChangeTracker.HasChanges())
        {
            // Counters that begin.
            await base.SaveChangesAsync(true, cancel);
        }
    }

    private void HoldLengths()
    {
        foreach (var entry in ChangeTracker.Entries().Where(IsWritten))
        {
            TextLength.Hold(entry);
        }
    }

    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(IsWritten))
        {
            var version = entry.Property(row => row.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }
    }

    private static bool IsWritten(EntityEntry entry) => entry.State is EntityState.Modified or EntityState.Added;
}
