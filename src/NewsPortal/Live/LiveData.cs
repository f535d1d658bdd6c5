using System.Text.RegularExpressions;
using NewsPortal.Articles;

namespace NewsPortal.Live;

/// <summary>schema.org LiveBlogPosting as JSON-LD: the story's own data, and those of the entries on the page.</summary>
internal static partial class LiveData
{
    public static string Of(LivePage page, Site site)
    {
        var (article, coverage) = (page.Story.Article, page.Coverage);
        var data = StructuredData.Of(page.Story, site);
        data["@type"] = "LiveBlogPosting";
        data["coverageStartTime"] = site.Iso(coverage.StartedUtc);
        data["coverageEndTime"] = coverage.ClosedUtc is { } closed ? site.Iso(closed) : null;
        data["dateModified"] = site.Iso(page.Shown.Select(entry => entry.EditedUtc ?? entry.SentUtc).Append(article.UpdatedUtc ?? article.PublishedUtc!.Value).Max());
        data["liveBlogUpdate"] = page.Shown.Select(entry => PostingOf(entry, page.Story.Url, site));
        return StructuredData.ToJson(data);
    }

    private static Dictionary<string, object?> PostingOf(EntryLine entry, string storyUrl, Site site)
    {
        var data = new Dictionary<string, object?>
        {
            ["@type"] = "BlogPosting",
            ["headline"] = entry.Headline,
            ["url"] = site.Absolute(entry.UrlIn(storyUrl)),
            ["datePublished"] = site.Iso(entry.SentUtc),
            ["dateModified"] = entry.EditedUtc is { } edited ? site.Iso(edited) : null,
            ["articleBody"] = entry.Plain,
            ["author"] = entry.AuthorName is { } name
                ? new Dictionary<string, string> { ["@type"] = "Person", ["name"] = name, ["url"] = site.Absolute($"/author/{entry.AuthorSlug}") }
                : null,
            ["image"] = Picture().Match(entry.Html) is { Success: true } picture ? site.Absolute(picture.Groups[1].Value) : null,
        };
        return StructuredData.Known(data);
    }

    // The house writes the pictures of stored HTML itself: see Media/FigureHtml.cs.
    [GeneratedRegex("<img src=\"(/media/[^\"]+)\"")]
    private static partial Regex Picture();
}
