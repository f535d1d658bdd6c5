using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Articles;

/// <summary>Links from a text to the paper itself, and which of them lead to nothing that readers can see.</summary>
public sealed partial class InnerLinks(NewsDb db, Site site)
{
    private const string StoryScheme = "story:";

    /// <param name="links">Addresses as they were typed; those of other sites are passed over.</param>
    /// <param name="cancel">Stops the look-up.</param>
    public async Task<IReadOnlyList<string>> BrokenAsync(IReadOnlyList<string> links, CancellationToken cancel)
    {
        var named = links.Select(link => (Link: link, Id: StoryId(link))).Where(link => link.Id is not null).ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var ids = named.Select(link => link.Id!.Value).Distinct().ToList();
        var there = await db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        return [.. named.Where(link => !there.Contains(link.Id!.Value)).Select(link => link.Link)];
    }

    private int? StoryId(string link)
    {
        var id = link.StartsWith(StoryScheme, StringComparison.OrdinalIgnoreCase) ? link[StoryScheme.Length..]
            : Path(link) is { } path && StoryPath().Match(path) is { Success: true } match ? match.Groups[1].Value
            : null;
        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private string? Path(string link)
        => link.StartsWith(site.Url + "/", StringComparison.OrdinalIgnoreCase) ? link[site.Url.Length..]
            : link is ['/', not '/', ..] ? link
            : null;

    [GeneratedRegex(@"^/[^/]+/[^/?#]*-([0-9]{1,9})(?:[/?#]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex StoryPath();
}
