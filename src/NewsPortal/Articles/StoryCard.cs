using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>A story as lists, fronts, feeds and search show it.</summary>
public sealed record StoryCard
{
    public required int Id { get; init; }

    public required string Slug { get; init; }

    public required string Headline { get; init; }

    public string? Kicker { get; init; }

    public string? Standfirst { get; init; }

    public WorkType WorkType { get; init; }

    public bool LastMinute { get; init; }

    public bool Pinned { get; init; }

    /// <summary>It is being covered live.</summary>
    public bool IsLive { get; init; }

    public string? Language { get; init; }

    public int? SectionId { get; init; }

    public string? SectionSlug { get; init; }

    public string? SectionName { get; init; }

    public DateTime PublishedUtc { get; init; }

    public DateTime ModifiedUtc { get; init; }

    public int CommentCount { get; init; }

    public Photo? Photo { get; init; }

    public string? LeadAlt { get; init; }

    public bool? LeadDecorative { get; init; }

    public string? LeadCaption { get; init; }

    public string? LeadCredit { get; init; }

    public IReadOnlyList<CardAuthor> Authors { get; internal set; } = [];

    public string Url => StoryAddress.Of(SectionSlug, Slug, Id);

    public Figure? Figure => Photo is null ? null : new Figure
    {
        PhotoId = Photo.Id,
        Alt = LeadAlt,
        Caption = LeadCaption,
        Credit = LeadCredit,
        Decorative = LeadDecorative,
    };

    /// <summary>A placeholder says nothing beside a headline: a story whose file is missing is words.</summary>
    public bool HasPicture => Photo is { IsMissing: false };

    public Cursor Cursor => new(PublishedUtc, Id);
}

public sealed record CardAuthor(int Id, string Slug, string Name, BylineRole Role);
