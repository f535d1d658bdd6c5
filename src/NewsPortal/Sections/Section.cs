using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Audit;
using NewsPortal.Changes;

namespace NewsPortal.Sections;

/// <summary>A part of the paper with a front of its own: World, Economy, Culture.</summary>
public class Section : Announcer
{
    public const int SlugLength = 120;
    public const int NameLength = 120;
    public const int DescriptionLength = 500;

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

    /// <summary>How readers may comment on its stories, as far as a story does not say it itself.</summary>
    public CommentsMode CommentsMode { get; set; }

    protected override string Subject => CacheTag.Section(Id);

    /// <summary>Tells readers and the audit trail that it is new.</summary>
    public Section Added(Signature by, DateTime now)
    {
        string[] touched = [CacheTag.Missing, CacheTag.PagesSitemap, .. Link is null ? Array.Empty<string>() : [CacheTag.Navigation]];
        Announce(ChangeKind.SectionChanged, now, () => touched);
        Record(AuditKind.SectionAdded, by, now, Name);
        return this;
    }

    /// <summary>Its address stays: readers have it in their bookmarks.</summary>
    public void Change(SectionWords words, Signature by, DateTime now)
    {
        var detail = Name == words.Name ? null : $"{Name} → {words.Name}";
        var before = (Link, Name, Language);
        var isTalkedOtherwise = CommentsMode != words.CommentsMode;
        (Name, Description, Language, Position, CommentsMode) = words;
        string[] talk = isTalkedOtherwise ? [CacheTag.SectionTalk(Id)] : [];
        Announce(ChangeKind.SectionChanged, now, () => Touched(before).Concat(talk));
        Record(AuditKind.SectionChanged, by, now, Name, detail);
    }

    /// <summary>As it stands in the navigation; null when it does not.</summary>
    private (int Position, string Name, string? Language)? Link => Position < 0 ? null : (Position, Name, Language);

    private IEnumerable<string> Touched(((int, string, string?)? Link, string Name, string? Language) before)
    {
        if ((Name, Language) != (before.Name, before.Language))
        {
            yield return CacheTag.SectionName(Id);
        }

        if (Link != before.Link)
        {
            yield return CacheTag.Navigation;
        }

        if (Language != before.Language)
        {
            // The front page shows stories in another language in their own section's block only.
            yield return CacheTag.Front;
        }
    }
}

/// <param name="Position">See <see cref="Section.Position"/>.</param>
public sealed record SectionWords(string Name, string? Description, string? Language, int Position, CommentsMode CommentsMode);
