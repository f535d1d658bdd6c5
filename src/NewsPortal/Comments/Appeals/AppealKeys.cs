using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NewsPortal.Comments.Appeals;

/// <summary>Lets whoever was written to about a comment appeal from any browser. It names the comment and nobody.</summary>
public sealed class AppealKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("comment appeal");

    public string Path(int commentId)
        => FormattableString.Invariant($"/comments/{commentId}/appeal?key={seal.Protect(commentId.ToString(CultureInfo.InvariantCulture))}");

    /// <returns>Whether the key is for this comment.</returns>
    public bool Opens(int commentId, string? key)
    {
        try
        {
            return key is { Length: > 0 } && seal.Unprotect(key) == commentId.ToString(CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
