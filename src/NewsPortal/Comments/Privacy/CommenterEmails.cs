using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>A reader's e-mail address as it is kept.</summary>
/// <param name="Text">Opened only to write to them.</param>
/// <param name="Key">Equal for equal addresses.</param>
public sealed record SealedEmail(string Text, string Key);

/// <summary>
/// Keeps readers' addresses so that the database alone does not tell them: sealed with the application's keys (Data
/// Protection), and, where only equality matters, as an HMAC (RFC 2104) under a key that is sealed likewise.
/// </summary>
public sealed class CommenterEmails(NewsDb db, IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;

    private readonly IDataProtector seal = protection.CreateProtector("comment e-mail");

    /// <summary>Inside a write.</summary>
    public async Task<SealedEmail> SealAsync(string email, CancellationToken cancel)
        => new(seal.Protect(email.Trim()), KeyOf(email, await SecretAsync(cancel)));

    /// <summary>The address again, to write to them or to show it to themselves.</summary>
    public string Open(string text) => seal.Unprotect(text);

    /// <summary>What stands for the address; null as long as no address was ever kept.</summary>
    public async Task<string?> KeyAsync(string email, CancellationToken cancel)
        => await KeptAsync(cancel) is { } kept ? KeyOf(email, Secret(kept)) : null;

    private static string KeyOf(string email, byte[] secret)
        => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));

    private byte[] Secret(EmailSecret kept) => Convert.FromBase64String(seal.Unprotect(kept.Sealed));

    private async Task<byte[]> SecretAsync(CancellationToken cancel)
    {
        if (await KeptAsync(cancel) is { } kept)
        {
            return Secret(kept);
        }

        await db.TakeTurnAsync("comment e-mail", cancel);
        return await KeptAsync(cancel) is { } others ? Secret(others) : await BeginAsync(cancel);
    }

    private Task<EmailSecret?> KeptAsync(CancellationToken cancel) => db.EmailSecrets.AsNoTracking().FirstOrDefaultAsync(s => s.Id == EmailSecret.TheOne, cancel);

    private async Task<byte[]> BeginAsync(CancellationToken cancel)
    {
        var secret = RandomNumberGenerator.GetBytes(KeyBytes);
        db.Add(new EmailSecret { Sealed = seal.Protect(Convert.ToBase64String(secret)) });
        await db.SaveChangesAsync(cancel);
        return secret;
    }
}
