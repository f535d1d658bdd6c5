using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsPortal.Accounts;

public enum LinkPurpose
{
    /// <summary>Makes the first administrator of an empty newsroom.</summary>
    SetUp,

    /// <summary>Lets a new colleague choose a password.</summary>
    Invitation,

    /// <summary>Lets somebody who forgot it choose another.</summary>
    PasswordReset,

    /// <summary>Lets a reader in without a password.</summary>
    SignIn,
}

/// <summary>A link that works once. Only its hash is kept: whoever reads the database cannot walk in.</summary>
public class OneTimeLink
{
    private static readonly Dictionary<LinkPurpose, TimeSpan> Lifetimes = new()
    {
        [LinkPurpose.SetUp] = TimeSpan.FromDays(1),
        [LinkPurpose.Invitation] = TimeSpan.FromDays(7),
        [LinkPurpose.PasswordReset] = TimeSpan.FromHours(2),
        [LinkPurpose.SignIn] = TimeSpan.FromMinutes(30),
    };

    private OneTimeLink()
    {
    }

    public int Id { get; private set; }

    public string TokenHash { get; private set; } = "";

    public LinkPurpose Purpose { get; private set; }

    /// <summary>Null: whoever comes first makes the account.</summary>
    public int? AccountId { get; private set; }

    public Account? Account { get; private set; }

    public DateTime ExpiresUtc { get; private set; }

    public DateTime? UsedUtc { get; private set; }

    /// <returns>The row to keep, and the address to hand over; the secret in it is nowhere else.</returns>
    public static (OneTimeLink Link, string Path) Make(LinkPurpose purpose, Account? account, DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new OneTimeLink { TokenHash = Hash(token), Purpose = purpose, Account = account, ExpiresUtc = now + Lifetimes[purpose] };
        // In the query, because paths are logged and queries are not.
        return (link, $"/account/link?token={token}");
    }

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsOpen(DateTime now) => UsedUtc is null && ExpiresUtc > now;

    public void Use(DateTime now) => UsedUtc = now;
}
