using Microsoft.EntityFrameworkCore;
using NewsPortal.Admin.Articles;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>Moves one entry, or the coverage it is in, for a form that was drawn from one version of it.</summary>
public sealed class EntryMoves(NewsDb db, Words words, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="entry">The entry, if it is one with which this person may do it.</param>
    /// <param name="version">That the person saw.</param>
    /// <param name="move">Calls a verb.</param>
    /// <param name="cancel">Stops before it is saved.</param>
    public Task<Moved> TryAsync(IQueryable<Entry> entry, int version, Func<Entry, Task> move, CancellationToken cancel)
        => TryAsync(entry.Include(e => e.Coverage!.Article), e => e.Version == version, move, cancel);

    /// <summary>The same of a coverage.</summary>
    public Task<Moved> TryAsync(IQueryable<Coverage> coverage, int version, Func<Coverage, Task> move, CancellationToken cancel)
        => TryAsync(coverage.Include(c => c.Article), c => c.Version == version, move, cancel);

    private async Task<Moved> TryAsync<T>(IQueryable<T> one, Func<T, bool> isSeen, Func<T, Task> move, CancellationToken cancel)
        where T : class
    {
        try
        {
            if (await one.FirstOrDefaultAsync(cancel) is not { } found)
            {
                return new Moved(MoveOutcome.NotTheirs);
            }

            if (!isSeen(found))
            {
                return Stale();
            }

            await move(found);
            await db.SaveChangesAsync(cancel);
            return new Moved(MoveOutcome.Done);
        }
        catch (RefusedException refused)
        {
            db.ChangeTracker.Clear();
            return new Moved(MoveOutcome.Refused, words.Of(refused));
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Stale();
        }
    }

    private Moved Stale() => new(MoveOutcome.Stale, words["This has changed since you opened the page. This is what it is now: look again, then do it."]);
}
