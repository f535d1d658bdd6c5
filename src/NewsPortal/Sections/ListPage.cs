using NewsPortal.Articles;

namespace NewsPortal.Sections;

/// <summary>A page that is a heading over a list of stories.</summary>
public sealed record ListPage(string Path, string Name, string? Description, StoryList Stories, bool IsFirst)
{
    /// <summary>A word over the heading that says what kind of list this is.</summary>
    public string? Kicker { get; init; }

    public string? Email { get; init; }

    public string? Language { get; init; }

    public int? SectionId { get; init; }

    public bool HasFeed { get; init; }

    /// <summary>Stands beside the list.</summary>
    public IReadOnlyList<StoryCard> Discussed { get; init; } = [];

    public IReadOnlyList<(string Path, string Name)> Links { get; init; } = [];

    public void Fill(PageHead head)
    {
        head.Title = Name;
        head.Description = IsFirst ? Description : null;
        head.Canonical = IsFirst ? Path : null;
        head.NoIndex = !IsFirst;
        head.SectionId = SectionId;
        head.Feed = HasFeed ? ($"{Path}/rss.xml", Name) : null;
        head.IsBlocks = true;
        // A new story stands on the first page.
        head.Lists = IsFirst ? Stories.Tags : [];
    }
}
