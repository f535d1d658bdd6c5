using NewsPortal.Changes;
using NewsPortal.Live;
using NewsPortal.Media;
using NewsPortal.Sections;

namespace NewsPortal.Articles;

public enum ArticleKind
{
    /// <summary>News in a section, on lists and in feeds.</summary>
    Story,

    /// <summary>A standing page ("About us"): an address and a text, on no list.</summary>
    Page,
}

public enum ArticleState
{
    Unpublished,
    Scheduled,
    Published,
    Withdrawn,
}

/// <summary>
/// A story as readers see it: the published face. What is being written is its <see cref="Draft"/>; nothing of the
/// face changes until <see cref="Publish"/> puts the draft on it.
/// </summary>
public partial class Article : Announcer, IVersioned
{
    public const int SlugLength = 200;
    public const int WithdrawnReasonLength = 1000;

    private Article()
    {
    }

    public int Id { get; private set; }

    public ArticleKind Kind { get; private set; }

    public ArticleState State { get; private set; }

    public int Version { get; private set; }

    public int? SectionId { get; private set; }

    public Section? Section { get; private set; }

    public string Slug { get; private set; } = "";

    public string Headline { get; private set; } = "";

    public string? FrontHeadline { get; private set; }

    public string? SearchTitle { get; private set; }

    public string? SearchDescription { get; private set; }

    public string? SocialTitle { get; private set; }

    public string? SocialText { get; private set; }

    public int? SocialPhotoId { get; private set; }

    public Photo? SocialPhoto { get; private set; }

    public string? Standfirst { get; private set; }

    public string? Kicker { get; private set; }

    /// <summary>Markdown that <see cref="BodyHtml"/> was made of.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Safe HTML, made when the draft was saved.</summary>
    public string BodyHtml { get; private set; } = "";

    /// <summary>Headline, standfirst and body, folded: see <see cref="Search.SearchText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Version of the renderer that made <see cref="BodyHtml"/>.</summary>
    public int RendererVersion { get; private set; }

    public int WordCount { get; private set; }

    public string? Language { get; private set; }

    public WorkType WorkType { get; private set; }

    public bool LastMinute { get; private set; }

    public bool Pinned { get; private set; }

    public CommentsMode CommentsMode { get; private set; }

    public int? LeadPhotoId { get; private set; }

    public Photo? LeadPhoto { get; private set; }

    public string? LeadCaption { get; private set; }

    public string? LeadAlt { get; private set; }

    public string? LeadCredit { get; private set; }

    public bool? LeadDecorative { get; private set; }

    public Figure? LeadFigure => LeadPhotoId is { } photo
        ? new Figure { PhotoId = photo, Caption = LeadCaption, Alt = LeadAlt, Credit = LeadCredit, Decorative = LeadDecorative }
        : null;

    public DateTime CreatedUtc { get; private set; }

    public string StartedBy { get; private set; } = "";

    /// <summary>The account whose story this is; null when no person started it.</summary>
    public int? StartedById { get; private set; }

    /// <summary>First publication. Never moves again, not even when the story is withdrawn and brought back.</summary>
    public DateTime? PublishedUtc { get; private set; }

    /// <summary>Last substantive update: new facts, not a mended comma.</summary>
    public DateTime? UpdatedUtc { get; private set; }

    /// <summary>Last change of any kind to the face: what crawlers and caches compare.</summary>
    public DateTime ModifiedUtc { get; private set; }

    public DateTime? WithdrawnUtc { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>Approved comments, kept by <see cref="Comments.CommentTally"/> so that no page counts.</summary>
    public int CommentCount { get; private set; }

    public Draft Draft { get; private set; } = null!;

    public List<Byline> Bylines { get; private set; } = [];

    public List<ArticleTag> Tags { get; private set; } = [];

    public List<RelatedStory> Related { get; private set; } = [];

    public List<Correction> Corrections { get; private set; } = [];

    public List<Revision> Revisions { get; private set; } = [];

    /// <summary>Null when the story was never covered live.</summary>
    public Coverage? Coverage { get; private set; }

    public List<Schedule> Schedules { get; private set; } = [];

    protected override string Subject => CacheTag.Story(Id);
}
