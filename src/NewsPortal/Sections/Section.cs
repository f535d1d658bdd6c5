namespace NewsPortal.Sections;

/// <summary>A part of the paper with a front of its own: World, Economy, Culture.</summary>
public class Section
{
    public const int SlugLength = 120;
    public const int NameLength = 120;

    /// <summary>First path segments that are the house's own; no section may take one.</summary>
    public static readonly IReadOnlySet<string> ReservedSlugs = new HashSet<string>(StringComparer.Ordinal)
    {
        "about", "account", "admin", "api", "archive", "atom.xml", "author", "changes", "comments", "css", "error",
        "favicon.ico", "feed.json", "fonts", "healthz", "img", "js", "last-minute", "media", "news-sitemap.xml",
        "offline", "page", "preview", "readyz", "robots.txt", "rss.xml", "search", "service-worker.js", "site.webmanifest",
        "sitemap.xml", "sitemap", "tag",
    };

    public int Id { get; private set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>BCP 47 tag of what is written here; null: the site's own language.</summary>
    public string? Language { get; set; }

    /// <summary>Order in the navigation, from 0; a negative one keeps the section out of it.</summary>
    public int Position { get; set; }
}
