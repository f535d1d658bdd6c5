using System.Globalization;
using Microsoft.AspNetCore.Html;
using NewsPortal.Articles;

namespace NewsPortal.Search;

/// <summary>The search form and what it found.</summary>
public sealed record SearchPage(SearchForm Form, IReadOnlyList<SectionLink> Sections)
{
    public SearchQuery Query { get; } = SearchQuery.Parse(Form.Q);

    /// <summary>Null when nothing was, or could be, looked for.</summary>
    public FoundStories? Found { get; init; }

    public bool IsFirst { get; init; } = true;

    public SectionLink? Section => Sections.FirstOrDefault(section => section.Slug == Form.Section);

    public string? Since => Form.SinceDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>True when fewer stories than all were looked through.</summary>
    public bool IsNarrowed => Section is not null || Since is not null;

    /// <summary>All the matches are on this page, so they can be counted.</summary>
    public bool IsWhole => Found!.Stories is { Newer: null, Older: null };

    /// <summary>The address of this search at another place of its list.</summary>
    /// <param name="place">As <see cref="StoryList"/> gives it; empty: the first page.</param>
    public string PathAt(string place = "")
        => $"/search?q={Uri.EscapeDataString(Query.Text)}" + (Section is null ? "" : $"&section={Section.Slug}")
            + (Since is null ? "" : $"&since={Since}") + place.Replace('?', '&');

    public IHtmlContent Mark(string text) => Marked.Of(text, Query);

    /// <summary>What is printed below a headline: the standfirst, or the place in the text that matches when only that does.</summary>
    public string? DekOf(StoryCard story)
        => Found!.Bodies.GetValueOrDefault(story.Id) is { } body && Passage.Of(body, Query) is { } passage ? passage : story.Standfirst;
}
