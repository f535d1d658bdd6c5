using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NewsPortal.Accounts;

namespace NewsPortal.Articles.Previewing;

/// <summary>
/// Lets somebody without an account read a draft for some days. Only the hash of its token is kept: whoever reads the
/// database cannot read the drafts with it.
/// </summary>
public class PreviewLink
{
    public const int HashLength = 64;

    /// <summary>For how many days a link may be good.</summary>
    public static readonly IReadOnlyList<int> Terms = [1, 3, 7];

    private PreviewLink()
    {
    }

    public int Id { get; private set; }

    public int ArticleId { get; private init; }

    public string TokenHash { get; private init; } = "";

    public string By { get; private init; } = "";

    public int? ById { get; private init; }

    public DateTime CreatedUtc { get; private init; }

    public DateTime ExpiresUtc { get; private init; }

    public DateTime? RevokedUtc { get; private set; }

    /// <summary>Makes a link and the token that opens it; the token is told once and never again.</summary>
    /// <exception cref="RefusedException">That is no term a link may have.</exception>
    public static (PreviewLink Link, string Token) Create(int articleId, int days, Signature by, DateTime now)
    {
        if (!Terms.Contains(days))
        {
            throw new RefusedException("A preview link is good for one, three or seven days.");
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new PreviewLink
        {
            ArticleId = articleId,
            TokenHash = HashOf(token),
            By = by.Name,
            ById = by.AccountId,
            CreatedUtc = now,
            ExpiresUtc = now.AddDays(days),
        };
        return (link, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Revoke(DateTime now) => RevokedUtc ??= now;
}
