using NewsPortal.Articles;

namespace NewsPortal.Admin.Articles;

/// <summary>What an editor's tab sends: the story's words and settings, and which tab it is.</summary>
public sealed class CopyForm
{
    /// <summary>The <see cref="NewsPortal.Articles.Writing.EditSession"/> of the tab.</summary>
    public string? Session { get; set; }

    public int Base { get; set; }

    public int Number { get; set; } = 1;

    public string? Headline { get; set; }

    public string? Standfirst { get; set; }

    public string? Kicker { get; set; }

    public string? Body { get; set; }

    public string? FrontHeadline { get; set; }

    public string? SearchTitle { get; set; }

    public string? SearchDescription { get; set; }

    public string? SocialTitle { get; set; }

    public string? SocialText { get; set; }

    public int? SocialPhotoId { get; set; }

    public int? SectionId { get; set; }

    /// <summary>Names, with commas between.</summary>
    public string? Tags { get; set; }

    public List<BylineForm> Bylines { get; set; } = [];

    public int? LeadPhotoId { get; set; }

    public string? LeadCaption { get; set; }

    public string? LeadAlt { get; set; }

    public string? LeadCredit { get; set; }

    public bool LeadDecorative { get; set; }

    public List<int> RelatedIds { get; set; } = [];

    /// <summary>Addresses or numbers of stories, for who has no script to search with.</summary>
    public string? RelatedMore { get; set; }

    public WorkType WorkType { get; set; }

    public string? Language { get; set; }

    /// <summary>Empty: made of the headline.</summary>
    public string? Slug { get; set; }

    public CommentsMode CommentsMode { get; set; }

    public bool LastMinute { get; set; }

    public bool Pinned { get; set; }

    /// <summary>On the newsroom's clock, as <see cref="WallTime.Text"/>.</summary>
    public string? Embargo { get; set; }
}

public sealed class BylineForm
{
    public int? AuthorId { get; set; }

    public BylineRole Role { get; set; }

    public string? Place { get; set; }
}
