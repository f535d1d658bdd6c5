using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Redirects;
using NewsPortal.Sections;

namespace NewsPortal.Articles;

/// <summary>Links from a text to the paper itself, and which of them lead to nothing that readers can see.</summary>
public sealed partial class InnerLinks(NewsDb db, RedirectLookup redirects, Site site)
{
    private const string StoryScheme = "story:";

    /// <param name="links">Addresses as they were typed; those of other sites are passed over.</param>
    /// <param name="cancel">Stops the look-up.</param>
    public async Task<IReadOnlyList<string>> BrokenAsync(IReadOnlyList<string> links, CancellationToken cancel)
    {
        var named = links.Select(link => (Link: link, Id: StoryId(link))).Where(link => link.Id is not null).ToList();
        var ids = named.Select(link => link.Id!.Value).Distinct().ToList();
        var there = ids.Count == 0 ? [] : await db.Articles.Published().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        var lost = named.Where(link => !there.Contains(link.Id!.Value)).Select(link => link.Link).ToHashSet(StringComparer.Ordinal);
        foreach (var link in links.Where(link => StoryId(link) is null))
        {
            if (Path(link) is { } path && !await IsThereAsync(path, cancel))
            {
                lost.Add(link);
            }
        }

        return [.. links.Where(lost.Contains).Distinct()];
    }

    /// <summary>Lists and what an import left behind; an address that is the house's own otherwise is taken on trust.</summary>
    private async Task<bool> IsThereAsync(string path, CancellationToken cancel)
    {
        var (name, rest) = FirstSegment().Match(path) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value) : ("", "");
        var isThere = (name, rest) switch
        {
            ("", _) => true,
            ("tag", _) => await db.Tags.AnyAsync(tag => tag.Slug == rest, cancel),
            ("author", _) => await db.Authors.AnyAsync(author => author.Slug == rest, cancel),
            _ when Section.ReservedSlugs.Contains(name) => true,
            (_, "" or "rss.xml") => await db.Sections.AnyAsync(section => section.Slug == name, cancel),
            _ => false,
        };
        return isThere || await redirects.FindAsync(path.Split('?', '#')[0], null, cancel) is not null;
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

    [GeneratedRegex(@"^/([^/?#]*)/?([^/?#]*)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstSegment();
}
