using NewsPortal.Sections;

namespace NewsPortal.Articles;

/// <summary>An author over a story. Carries the story's publication time so that an author's page is one index scan.</summary>
public class Byline
{
    public int ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public required int AuthorId { get; init; }

    public Author? Author { get; private set; }

    public BylineRole Role { get; init; }

    /// <summary>Where it was reported from.</summary>
    public string? Place { get; init; }

    public int Position { get; init; }

    /// <summary>The story's, while it is published and a story; null keeps it off lists.</summary>
    public DateTime? ListedUtc { get; internal set; }
}

/// <summary>A tag on a story; see <see cref="Byline"/> for why it carries a time.</summary>
public class ArticleTag
{
    public int ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public required int TagId { get; init; }

    public Tag? Tag { get; private set; }

    public int Position { get; init; }

    public DateTime? ListedUtc { get; internal set; }
}

public class RelatedStory
{
    public int ArticleId { get; private set; }

    public required int RelatedId { get; init; }

    public Article? To { get; private set; }

    public int Position { get; init; }
}

public enum CorrectionKind
{
    Correction,
    Clarification,
}

/// <summary>A dated record of what was wrong. It stays when the story is edited again.</summary>
public class Correction
{
    public const int TextLength = 2000;

    public int Id { get; private set; }

    public int ArticleId { get; private set; }

    public CorrectionKind Kind { get; init; }

    public required string Text { get; init; }

    public DateTime AtUtc { get; init; }

    public string By { get; init; } = "";

    public int? ById { get; init; }
}
