using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>A stamp that was read.</summary>
public sealed record Stamp(string Nonce, DateTime GivenUtc);

/// <summary>
/// Says when a reader began to write, in a form that only this paper can make. A browser fetches one when the form is first
/// touched, so no page that is stored for everybody carries it.
/// </summary>
public sealed class Stamps(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>As long as somebody may sit over a comment.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private const int LongestText = 1000;

    private readonly IDataProtector seal = protection.CreateProtector("comment stamp");

    public string Make()
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(UsedStamp.NonceLength / 2));
        return seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks} {nonce}"));
    }

    /// <returns>Null of one that was not given here, or too long ago.</returns>
    public Stamp? Read(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        try
        {
            var parts = seal.Unprotect(text).Split(' ');
            var given = new DateTime(long.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return clock.GetUtcNow().UtcDateTime - given < Life ? new Stamp(parts[1], given) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Writes down that it was used. Inside a write.</summary>
    /// <returns>Whether it was used before.</returns>
    public static async Task<bool> IsUsedAsync(NewsDb db, Stamp stamp, DateTime now, CancellationToken cancel)
    {
        if (await db.UsedStamps.AnyAsync(used => used.Nonce == stamp.Nonce, cancel))
        {
            return true;
        }

        await db.UsedStamps.Where(used => used.ExpiresUtc < now).ExecuteDeleteAsync(cancel);
        db.Add(new UsedStamp { Nonce = stamp.Nonce, ExpiresUtc = stamp.GivenUtc + Life });
        return false;
    }
}
