using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NewsPortal.Comments.Notices;

/// <summary>
/// The addresses in a letter by which its reader says yes or no. They hold what stands for the mailbox, sealed, and so
/// work as long as the paper has its keys, whatever rows came and went meanwhile; they name nobody.
/// </summary>
public sealed class NoticeKeys(IDataProtectionProvider protection)
{
    public const string Confirmation = "/comments/letters/confirmation";
    public const string Ending = "/comments/letters/ending";

    private readonly IDataProtector confirming = protection.CreateProtector("comment letters", "confirmation");
    private readonly IDataProtector ending = protection.CreateProtector("comment letters", "ending");

    public string ConfirmationPath(string emailKey) => Path(Confirmation, confirming, emailKey);

    public string EndingPath(string emailKey) => Path(Ending, ending, emailKey);

    /// <returns>See <see cref="Subscriber.EmailKey"/>; null of a key that is none.</returns>
    public string? ReadConfirmation(string? key) => Read(confirming, key);

    /// <inheritdoc cref="ReadConfirmation"/>
    public string? ReadEnding(string? key) => Read(ending, key);

    // As bytes, since this line has to pass through mail programs in one piece.
    private static string Path(string path, IDataProtector seal, string emailKey) => $"{path}?key={Base64Url.EncodeToString(seal.Protect(Convert.FromHexString(emailKey)))}";

    private static string? Read(IDataProtector seal, string? key)
    {
        try
        {
            return key is { Length: > 0 } ? Convert.ToHexStringLower(seal.Unprotect(Base64Url.DecodeFromChars(key))) : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
