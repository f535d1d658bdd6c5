using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>The key of one day with which addresses are hashed. When the day is over it is destroyed, and with it what the hashes meant.</summary>
public sealed class NetworkKey
{
    public const int Length = 32;

    public DateOnly Day { get; init; }

    public required byte[] Secret { get; init; }
}

/// <summary>
/// Tells the senders of one day apart without keeping where they are: an address is stored as an HMAC (RFC 2104) under the
/// key of the day.
/// </summary>
public sealed class CommentNetworks(NewsDb db)
{
    private const int KeptBytes = 16;

    private static readonly CompiledQuery<DateOnly, NetworkKey> Of = new((db, day) => db.NetworkKeys.AsNoTracking().Where(k => k.Day == day.Value));

    /// <summary>What stands for a network today. Inside a write.</summary>
    public async Task<string> IdOfAsync(string network, DateTime now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now);
        var key = await Of.Ask(db, today).FirstOrDefaultAsync(cancel);
        if (key is null)
        {
            await db.NetworkKeys.Where(k => k.Day < today).ExecuteDeleteAsync(cancel);
            key = new NetworkKey { Day = today, Secret = RandomNumberGenerator.GetBytes(NetworkKey.Length) };
            db.Add(key);
            await db.SaveChangesAsync(cancel);
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(network))[..KeptBytes]);
    }
}
