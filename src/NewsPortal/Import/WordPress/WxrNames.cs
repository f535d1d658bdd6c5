using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <summary>Names of an export's elements that do not depend on its prefixes and version: <c>title</c>, <c>wp:post_id</c>, <c>content</c>.</summary>
internal static partial class WxrNames
{
    /// <returns>Empty for what is of no known vocabulary.</returns>
    public static string Of(string space, string name) => space switch
    {
        "" => name,
        "http://purl.org/rss/1.0/modules/content/" => name == "encoded" ? "content" : "",
        "http://purl.org/dc/elements/1.1/" => "dc:" + name,
        _ => WordPress().Match(space) is { Success: true } known ? known.Groups["excerpt"].Success ? "excerpt" : "wp:" + name : "",
    };

    [GeneratedRegex(@"^https?://wordpress\.org/export/\d+\.\d+/(?<excerpt>excerpt/)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WordPress();
}
