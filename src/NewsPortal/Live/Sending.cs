using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Live;

/// <summary>
/// Gives entries to readers, each with the next number of its story. Who sends at the same moment waits for the other, so
/// that a reader who has a number has all that are lower.
/// </summary>
public sealed class Sending(NewsDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps a new entry, and sends it where it need not wait. The same form again is the entry that it made.</summary>
    /// <exception cref="RefusedException">The coverage is closed, or the copy is not that of an entry.</exception>
    public async Task<Entry> FileAsync(Filing filing, Signature by, CancellationToken cancel)
    {
        try
        {
            return await TryAsync(filing, by, cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            // Another process may have been quicker with the same form; then the index on the key has held.
            if (await FindAsync(filing, cancel) is { } filed)
            {
                return filed;
            }

            throw;
        }
    }

    /// <summary>Sends what waited.</summary>
    /// <exception cref="RefusedException">It does not wait, or the coverage is closed.</exception>
    public Task SignOffAsync(Entry entry, Signature by, CancellationToken cancel) => db.WriteAsync(
        async () =>
        {
            entry.Send(await NextAsync(entry.ArticleId, cancel), by, Now);
            await db.SaveChangesAsync(cancel);
        },
        cancel);

    private async Task<Entry> TryAsync(Filing filing, Signature by, CancellationToken cancel)
    {
        Entry? entry = null;
        await db.WriteAsync(
            async () =>
            {
                entry = await FindAsync(filing, cancel);
                if (entry is null)
                {
                    entry = await NewAsync(filing, by, cancel);
                    db.Add(entry);
                    await db.SaveChangesAsync(cancel);
                }
            },
            cancel);
        return entry!;
    }

    private async Task<Entry> NewAsync(Filing filing, Signature by, CancellationToken cancel)
    {
        var entry = Entry.Write(filing.ArticleId, filing.Copy, by, Now, filing.Key);
        if (filing.Waits)
        {
            await RefuseClosedAsync(filing.ArticleId, cancel);
        }
        else
        {
            entry.Send(await NextAsync(filing.ArticleId, cancel), by, Now);
        }

        return entry;
    }

    // The row is locked from here to the end of the write.
    private async Task<int> NextAsync(int articleId, CancellationToken cancel)
    {
        var open = db.Coverages.Where(c => c.ArticleId == articleId && c.ClosedUtc == null);
        await open.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastOrder, c => c.LastOrder + 1), cancel);
        return await open.Select(c => (int?)c.LastOrder).SingleOrDefaultAsync(cancel) ?? throw Closed();
    }

    private async Task RefuseClosedAsync(int articleId, CancellationToken cancel)
    {
        if (!await db.Coverages.AnyAsync(c => c.ArticleId == articleId && c.ClosedUtc == null, cancel))
        {
            throw Closed();
        }
    }

    private static RefusedException Closed() => new("This coverage is closed: reopen it first.");

    private Task<Entry?> FindAsync(Filing filing, CancellationToken cancel)
        => db.Entries.FirstOrDefaultAsync(e => e.Key == filing.Key && e.ArticleId == filing.ArticleId, cancel);
}

/// <summary>A new entry as it was handed in.</summary>
/// <param name="ArticleId">The story that is covered.</param>
/// <param name="Copy">What it says.</param>
/// <param name="Key">Of the form: see <see cref="Entry.Key"/>.</param>
/// <param name="Waits">Whether an editor signs it off before readers get it.</param>
public sealed record Filing(int ArticleId, EntryCopy Copy, Guid Key, bool Waits);
