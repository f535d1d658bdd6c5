using System.Globalization;

namespace NewsPortal.Admin.Articles;

/// <summary>What a story may be written in, by the name that its speakers give it.</summary>
public static class Languages
{
    public static IReadOnlyList<CultureInfo> All { get; } =
        [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.Name.Length is 2 or 3).OrderBy(culture => culture.NativeName, StringComparer.InvariantCultureIgnoreCase)];
}
