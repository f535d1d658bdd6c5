using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>
/// Everything of a story that a person writes. The working copy is a <see cref="Draft"/>'s, every earlier one is a
/// <see cref="Revision"/>'s; publishing puts one on the <see cref="Article"/>'s face.
/// </summary>
public sealed record Copy
{
    public const int HeadlineLength = 300;
    public const int StandfirstLength = 1000;
    public const int KickerLength = 120;

    public required string Headline { get; init; }

    /// <summary>Shorter headline for cards; null: the headline.</summary>
    public string? FrontHeadline { get; init; }

    public string? SearchTitle { get; init; }

    public string? SearchDescription { get; init; }

    public string? SocialTitle { get; init; }

    public string? SocialText { get; init; }

    public int? SocialPhotoId { get; init; }

    public string? Standfirst { get; init; }

    public string? Kicker { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>BCP 47 tag; null: the section's, else the site's.</summary>
    public string? Language { get; init; }

    public WorkType WorkType { get; init; }

    /// <summary>Null for a page; a story cannot be published without one.</summary>
    public int? SectionId { get; init; }

    public required string Slug { get; init; }

    public Figure? Lead { get; init; }

    public IReadOnlyList<BylineCopy> Bylines { get; init; } = [];

    public IReadOnlyList<int> TagIds { get; init; } = [];

    public IReadOnlyList<int> RelatedIds { get; init; } = [];

    /// <summary>It may not be published before; null: at any time.</summary>
    public DateTime? EmbargoUtc { get; init; }

    /// <summary>The story is, or was, "Last minute" news.</summary>
    public bool LastMinute { get; init; }

    /// <summary>A story: kept at the top of the front page. A standing page: linked at the foot of every page.</summary>
    public bool Pinned { get; init; }

    public CommentsMode CommentsMode { get; init; }
}

public sealed record BylineCopy(int AuthorId, BylineRole Role = BylineRole.Reporter, string? Place = null);

/// <summary>What kind of work a reader has before them; printed on the story and mirrored in its schema.org type.</summary>
public enum WorkType
{
    News,
    Analysis,
    Opinion,
    Feature,
    Explainer,
    Interview,
    Review,
    Sponsored,
}

public enum BylineRole
{
    Reporter,
    Photographer,
    Translator,
    Editor,
    Data,
}

public enum CommentsMode
{
    /// <summary>As the section, else the site, has it.</summary>
    Inherit,
    PreModerated,
    PostModerated,
    MembersOnly,
    Closed,
}
