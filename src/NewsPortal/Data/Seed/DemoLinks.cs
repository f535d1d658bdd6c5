using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Data.Seed;

/// <summary>Demo texts name photos and stories by key; the database knows them by id.</summary>
internal static partial class DemoLinks
{
    public static bool PointToStories(string body) => Link().Matches(body).Any(link => link.Groups["kind"].Value == "story");

    public static string Resolve(string body, Func<string, int> photoId, Func<string, int> storyId) => Link().Replace(body, link =>
    {
        var kind = link.Groups["kind"].Value;
        var id = kind == "photo" ? photoId(link.Groups["key"].Value) : storyId(link.Groups["key"].Value);
        return string.Create(CultureInfo.InvariantCulture, $"]({kind}:{id}");
    });

    [GeneratedRegex(@"\]\((?<kind>photo|story):(?<key>[a-z][a-z0-9-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
