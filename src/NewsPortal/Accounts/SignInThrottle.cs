using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Accounts;

/// <summary>
/// Makes a guesser wait, not the person guessed at: tries count for a name and a network together, so a stranger's
/// failures never shut the owner out, and for a network alone, so that one machine cannot walk through the names.
/// Passkeys do not come here: they cannot be guessed.
/// </summary>
public sealed class SignInThrottle(NewsDb db, TimeProvider clock)
{
    public const int TriesPerName = 5;
    public const int TriesPerNetwork = 60;
    public const int LettersPerName = 3;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>Counts before the password is looked at, so that a hundred tries at once are still a hundred tries.</summary>
    public async Task<Tries> CountTryAsync(string name, string network)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Tries? tries = null;
        await db.WriteAsync(async () =>
        {
            await db.SignInFailures.Where(row => row.UntilUtc <= now).ExecuteDeleteAsync();
            var byName = await CountAsync(Key(name, network), TriesPerName, now);
            var byNetwork = await CountAsync(Key("", network), TriesPerNetwork, now);
            var isOver = byName.Count > TriesPerName || byNetwork.Count > TriesPerNetwork;
            tries = new Tries(
                Math.Max(0, Math.Min(TriesPerName - byName.Count, TriesPerNetwork - byNetwork.Count)),
                isOver ? (byName.Count > TriesPerName ? byName : byNetwork).UntilUtc : null);
        });
        return tries!;
    }

    /// <summary>So that nobody's letter box is filled from here, from however many networks it is asked.</summary>
    public async Task<bool> MaySendAsync(string email)
    {
        var isFew = false;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.WriteAsync(async () =>
        {
            await db.SignInFailures.Where(row => row.UntilUtc <= now).ExecuteDeleteAsync();
            isFew = (await CountAsync(Key($"letter:{email}", ""), LettersPerName, now)).Count <= LettersPerName;
        });
        return isFew;
    }

    public Task ForgetAsync(string name, string network) => db.WriteAsync(async () =>
    {
        var key = Key(name, network);
        await db.SignInFailures.Where(row => row.Key == key).ExecuteDeleteAsync();
        var all = Key("", network);
        await db.SignInFailures.Where(row => row.Key == all).ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count - 1));
    });

    private async Task<SignInFailure> CountAsync(string key, int most, DateTime now)
    {
        var until = now + Rest;
        // Once the rest has begun it is not drawn out by knocking.
        var counted = await db.SignInFailures.Where(row => row.Key == key && row.Count <= most)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count + 1).SetProperty(row => row.UntilUtc, until));
        var row = await db.SignInFailures.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key);
        if (counted == 0 && row is null)
        {
            row = new SignInFailure { Key = key, Count = 1, UntilUtc = until };
            db.Add(row);
            await db.SaveChangesAsync();
            db.Entry(row).State = EntityState.Detached;
        }

        return row!;
    }

    // The table tells nobody who tried, or from where.
    private static string Key(string name, string network)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name.Trim().ToUpperInvariant()}\n{network}")));
}
