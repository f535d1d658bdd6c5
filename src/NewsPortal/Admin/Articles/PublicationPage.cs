using NewsPortal.Articles;
using NewsPortal.Articles.Merging;

namespace NewsPortal.Admin.Articles;

/// <summary>What stands between a draft and its readers: the checks, what changes for them, when, and who may do it.</summary>
public sealed record PublicationPage(Article Article)
{
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The words that readers see; null while they see none.</summary>
    public Copy? Printed { get; init; }

    /// <summary>Whether the reader of this page may publish it, or only hand it in.</summary>
    public bool MayRule { get; init; }

    /// <summary>Whether they have to say why nobody else has read it.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Why what was just tried was not done.</summary>
    public string? Problem { get; init; }

    /// <summary>A time that has to be asked about.</summary>
    public WallReading? Asked { get; init; }

    /// <summary>What the form said, so that nobody types it twice.</summary>
    public MoveForm Form { get; init; } = new();

    public Draft Draft => Article.Draft;

    public bool IsLive => Article.State == ArticleState.Published;

    public bool HasNews => Draft.State != DraftState.Settled || !IsLive;

    public bool IsBlocked => Findings.Any(finding => finding.IsBlocking);

    public bool MayHandIn => Draft.State is DraftState.Writing or DraftState.SentBack;

    public bool MaySendBack => Draft.State is DraftState.InReview or DraftState.Approved && Article.State != ArticleState.Scheduled;

    public IEnumerable<CopyField> Changes => Printed is null ? [] : CopyChanges.Between(Printed, Draft.Copy);

    public string Address => $"/admin/articles/{Article.Id}";

    public string Url => StoryAddress.Of(Article.Section?.Slug, Article.Slug, Article.Id);
}

/// <summary>What every form that moves a story sends, each its part.</summary>
public sealed record MoveForm
{
    /// <summary>Of the draft that the person saw.</summary>
    public int Version { get; init; }

    public string? Note { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether readers of a live story are told "updated".</summary>
    public bool Substantive { get; init; }

    public ScheduledMove Move { get; init; }

    /// <summary>On the newsroom's clock.</summary>
    public string? At { get; init; }

    /// <summary>The answer to a question about <see cref="At"/>.</summary>
    public string? Exact { get; init; }
}
