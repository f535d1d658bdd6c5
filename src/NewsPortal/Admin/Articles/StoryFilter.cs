using System.Globalization;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Search;

namespace NewsPortal.Admin.Articles;

public enum StoryTab
{
    All,
    Mine,
    Drafts,
    ToEdit,
    SentBack,
    Scheduled,
    Published,
    Withdrawn,
}

/// <summary>Which stories the list shows, as its address says it.</summary>
public sealed record StoryFilter
{
    public StoryTab Tab { get; init; }

    /// <summary>Beginnings of words in the headline or the address.</summary>
    public string? Q { get; init; }

    public int? Section { get; init; }

    public int? Author { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>The place to go on from, to what changed earlier.</summary>
    public string? Before { get; init; }

    /// <summary>The place to go back from, to what changed later.</summary>
    public string? After { get; init; }

    public bool IsNarrow => Q is not null || Section is not null || Author is not null || Since is not null;

    public IQueryable<Article> Of(IQueryable<Article> stories, Staffer me, Site site)
    {
        var found = InTab(stories, me);
        found = Section is { } section ? found.Where(a => a.Draft.SectionId == section) : found;
        found = Author is { } author ? found.Where(a => a.Bylines.Any(line => line.AuthorId == author)) : found;
        if (Since is { Year: > 1 } day)
        {
            var from = site.Days(day, day).From;
            found = found.Where(a => a.Draft.ChangedUtc >= from);
        }

        foreach (var word in Fold.Of(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var beginning = " " + word;
            found = found.Where(a => a.Draft.FindText.Contains(beginning));
        }

        return found;
    }

    /// <summary>This list, with another tab or another place in it.</summary>
    public string Address(StoryTab? tab = null, string? before = null, string? after = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("tab", (tab ?? Tab) is var shown and not StoryTab.All ? shown.ToString() : null),
            ("q", Q),
            ("section", Section?.ToString(CultureInfo.InvariantCulture)),
            ("author", Author?.ToString(CultureInfo.InvariantCulture)),
            ("since", Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("before", before),
            ("after", after),
        };
        return "/admin/articles" + QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }

    private IQueryable<Article> InTab(IQueryable<Article> stories, Staffer me) => Tab switch
    {
        StoryTab.Mine => stories.Where(a => a.StartedById == me.Id),
        StoryTab.Drafts => stories.Where(a => a.Draft.State == DraftState.Writing),
        StoryTab.ToEdit => stories.Where(a => a.Draft.State == DraftState.InReview),
        StoryTab.SentBack => stories.Where(a => a.Draft.State == DraftState.SentBack),
        StoryTab.Scheduled => stories.Where(a => a.Draft.ItemState == ArticleState.Scheduled),
        StoryTab.Published => stories.Where(a => a.Draft.ItemState == ArticleState.Published),
        StoryTab.Withdrawn => stories.Where(a => a.Draft.ItemState == ArticleState.Withdrawn),
        _ => stories,
    };
}
