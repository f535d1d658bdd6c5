using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// One spelling for the address of an old site's picture: without scheme and query, and without what WordPress adds to a
/// file's name for a smaller, rotated or edited copy, so that all copies are one picture.
/// </summary>
internal static partial class PictureAddress
{
    private const int LongestKey = 300;

    /// <summary>The key of this very file, and that of the picture it is a copy of.</summary>
    public static IReadOnlyList<string> KeysOf(string url)
    {
        var exact = Normal(url);
        var original = CopySuffix().Replace(exact, "${type}");
        return exact == original ? [Bounded(exact)] : [Bounded(exact), Bounded(original)];
    }

    public static string FileNameOf(string url) => CopySuffix().Replace(Normal(url).Split('/')[^1], "${type}");

    public static bool IsPicture(string url) => PictureType().IsMatch(Normal(url));

    private static string Normal(string url)
    {
        var plain = url.Trim().Split('?', '#')[0];
        var start = plain.IndexOf("//", StringComparison.Ordinal);
        plain = start >= 0 ? plain[(start + 2)..] : plain;
        // Jetpack serves pictures by way of i0.wp.com/the.site/path.
        plain = PictureProxy().Replace(plain, "");
        return Uri.UnescapeDataString(plain).ToLowerInvariant();
    }

    private static string Bounded(string key)
        => key.Length <= LongestKey ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [GeneratedRegex(@"(?:-\d{2,5}x\d{2,5}|-scaled|-rotated|-e\d{9,14})+(?<type>\.[a-z0-9]{3,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex CopySuffix();

    [GeneratedRegex(@"^i[0-3]\.wp\.com/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PictureProxy();

    [GeneratedRegex(@"\.(?:jpe?g|jfif|png|gif|webp|avif|bmp|tiff?|heic|svg)$", RegexOptions.CultureInvariant)]
    private static partial Regex PictureType();
}
