using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;
using NewsPortal.Search;

namespace NewsPortal.Breaking;

/// <summary>
/// The rules that hold for all flashes on air together: how many there are, that no two say the same, and in which order
/// they stand. Each move is one transaction that others wait for, so that no two processes can break them between them.
/// </summary>
public sealed class RunningOrder(NewsDb db, BreakingSettings settings, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RefusedException">The words or the end are not those of a flash.</exception>
    public async Task<Raising> RaiseAsync(RaisingOrder order, Staffer who, CancellationToken cancel)
    {
        try
        {
            return await AloneAsync(() => TryAsync(order, who, cancel), cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            // Another process may have been quicker with the same form; then the index on the key has held.
            if (await FindAsync(order.Key, cancel) is { } raised)
            {
                return new Raising(RaisingOutcome.RaisedBefore, raised);
            }

            throw;
        }
    }

    /// <summary>Undoes a raising, and what it did to others: what made way for it is on air again.</summary>
    /// <exception cref="RefusedException">It is too late for that.</exception>
    public Task TakeBackAsync(Flash flash, Staffer who, CancellationToken cancel) => AloneAsync(
        async () =>
        {
            flash.TakeBack(who.Signature, Now);
            foreach (var other in await db.Flashes.Where(f => f.ReplacedById == flash.Id).ToListAsync(cancel))
            {
                other.Return(who.Signature, Now);
            }

            return await db.SaveChangesAsync(cancel);
        },
        cancel);

    /// <summary>One place up or down. At the end of the list nothing happens.</summary>
    /// <exception cref="RefusedException">It has ended.</exception>
    public Task MoveAsync(Flash flash, bool up, Staffer who, CancellationToken cancel) => AloneAsync(
        async () =>
        {
            var lines = await db.Flashes.OnAir(Now).InOrder().ToListAsync(cancel);
            var from = lines.IndexOf(flash);
            if (from < 0)
            {
                throw new RefusedException("This flash has ended already.");
            }

            var to = Math.Clamp(up ? from - 1 : from + 1, 0, lines.Count - 1);
            if (to != from)
            {
                (lines[from], lines[to]) = (lines[to], lines[from]);
                Number(lines);
                flash.Moved(from + 1, to + 1, who.Signature, Now);
            }

            return await db.SaveChangesAsync(cancel);
        },
        cancel);

    private async Task<Raising> TryAsync(RaisingOrder order, Staffer who, CancellationToken cancel)
    {
        if (await FindAsync(order.Key, cancel) is { } before)
        {
            return new Raising(RaisingOutcome.RaisedBefore, before);
        }

        var now = Now;
        var flash = Flash.Raise(order.Copy, who.Signature, now, order.Key);
        var lines = await db.Flashes.OnAir(now).InOrder().ToListAsync(cancel);
        var followed = await FollowedAsync(order, who, cancel);
        if (!order.EvenIfSame && SameAs(flash, followed, lines) is { } same)
        {
            return new Raising(RaisingOutcome.SameOnAir, same);
        }

        var place = followed is null ? -1 : lines.IndexOf(followed);
        if (place < 0 && !MadeRoom(lines, flash, order, who))
        {
            return new Raising(RaisingOutcome.NoRoom, lines[^1]);
        }

        followed?.MakeWay(flash, FlashEnding.Followed, who.Signature, now);
        Enter(lines, flash, place);
        db.Add(flash);
        await db.SaveChangesAsync(cancel);
        return new Raising(RaisingOutcome.Raised, flash);
    }

    private async Task<Flash?> FollowedAsync(RaisingOrder order, Staffer who, CancellationToken cancel)
        => order.FollowsId is { } id ? await db.Flashes.RuledBy(who).Include(f => f.ReplacedBy).FirstOrDefaultAsync(f => f.Id == id, cancel) : null;

    private bool MadeRoom(List<Flash> lines, Flash flash, RaisingOrder order, Staffer who)
    {
        if (lines.Count >= settings.MostOnAir && lines.Find(line => line.Id == order.GivesWayId) is { } leaving && who.MayRule(leaving))
        {
            leaving.MakeWay(flash, FlashEnding.GaveWay, who.Signature, flash.RaisedUtc);
            lines.Remove(leaving);
        }

        return lines.Count < settings.MostOnAir;
    }

    private static Flash? SameAs(Flash flash, Flash? followed, List<Flash> lines)
        => followed is { Ending: not FlashEnding.GaveWay, ReplacedBy: { } next } ? next : lines.Find(line => line != followed && IsSame(line, flash));

    // On top, or in the place of what it follows.
    private static void Enter(List<Flash> lines, Flash flash, int place)
    {
        if (place < 0)
        {
            flash.StandAt(lines.Count == 0 ? 0 : lines[0].Position + 1);
            return;
        }

        lines[place] = flash;
        Number(lines);
    }

    private static void Number(List<Flash> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            lines[at].StandAt(lines.Count - at);
        }
    }

    private static bool IsSame(Flash one, Flash other)
        => (one.ArticleId is { } story && story == other.ArticleId) || Fold.Of(one.Text) == Fold.Of(other.Text);

    private Task<Flash?> FindAsync(Guid key, CancellationToken cancel) => db.Flashes.FirstOrDefaultAsync(f => f.Key == key, cancel);

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        T result = default!;
        await db.WriteAsync(
            async () =>
            {
                // SQLite has one writer anyway. SQL Server has many, and reading does not stop them: they meet at the first row.
                await db.Flashes.Where(f => f.Id == db.Flashes.Min(first => first.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(f => f.Position, f => f.Position), cancel);
                result = await work();
            },
            cancel);
        return result;
    }
}
