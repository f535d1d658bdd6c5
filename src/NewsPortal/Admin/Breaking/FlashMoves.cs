using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Breaking;
using NewsPortal.Data;

namespace NewsPortal.Admin.Breaking;

/// <summary>Moves one flash for a form that was drawn from one version of it.</summary>
public sealed class FlashMoves(NewsDb db, RunningOrder order, Words words, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public RunningOrder Order => order;

    /// <param name="id">The flash, of those that this person rules.</param>
    /// <param name="version">That the person saw.</param>
    /// <param name="me">Who moves it.</param>
    /// <param name="move">Calls a verb.</param>
    /// <param name="cancel">Stops before it is saved.</param>
    public async Task<(Moved Moved, Flash? Flash)> TryAsync(int id, int version, Staffer me, Func<Flash, Task> move, CancellationToken cancel)
    {
        try
        {
            if (await db.Flashes.RuledBy(me).FirstOrDefaultAsync(f => f.Id == id, cancel) is not { } flash)
            {
                return (new Moved(MoveOutcome.NotTheirs), null);
            }

            if (flash.Version != version)
            {
                return (Stale(), null);
            }

            await move(flash);
            await db.SaveChangesAsync(cancel);
            return (new Moved(MoveOutcome.Done), flash);
        }
        catch (RefusedException refused)
        {
            return (new Moved(MoveOutcome.Refused, words.Of(refused)), null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return (Stale(), null);
        }
    }

    private Moved Stale() => new(MoveOutcome.Stale, words["This flash has changed since you opened the page. This is what it is now: look again, then do it."]);
}
