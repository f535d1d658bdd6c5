using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <summary>The few facts worth reading out of WordPress's serialised picture data.</summary>
internal static partial class PhpMeta
{
    public static (int Width, int Height)? SizeOf(string metadata)
    {
        var found = Size().Match(metadata);
        return found.Success && Number(found, "width") is > 0 and var width && Number(found, "height") is > 0 and var height ? (width, height) : null;
    }

    public static string? CreditOf(string metadata)
    {
        var found = Credit().Match(metadata);
        return found.Success && found.Groups["credit"].Value.Trim() is { Length: > 0 } credit ? credit : null;
    }

    private static int? Number(Match match, string group)
        => int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;

    [GeneratedRegex("""^a:\d+:\{s:5:"width";(?:i:|s:\d+:")(?<width>\d{1,6})"?;s:6:"height";(?:i:|s:\d+:")(?<height>\d{1,6})"?;""", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex("""s:6:"credit";s:\d+:"(?<credit>[^"]{1,300})";""", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
