using NewsPortal.Articles;
using NewsPortal.Changes;

namespace NewsPortal.Live;

/// <summary>
/// A story that is told while it happens: its page shows the entries of the newsroom's reporters, the newest first, below
/// the key points.
/// </summary>
public partial class Coverage : Announcer, IVersioned
{
    public const int SummaryLength = 4000;

    private Coverage()
    {
    }

    public int ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public int Version { get; private set; }

    public DateTime StartedUtc { get; private set; }

    public string StartedBy { get; private set; } = "";

    public int? StartedById { get; private set; }

    /// <summary>Null while it goes on.</summary>
    public DateTime? ClosedUtc { get; private set; }

    public bool IsOpen => ClosedUtc is null;

    /// <summary>Markdown: the key points, and of a closed coverage what happened.</summary>
    public string Summary { get; private set; } = "";

    public string SummaryHtml { get; private set; } = "";

    /// <summary>Version of the renderer that made <see cref="SummaryHtml"/>.</summary>
    public int RendererVersion { get; private set; }

    /// <summary>Stands above the others, once readers have it and as long as it is not deleted.</summary>
    public int? PinnedEntryId { get; private set; }

    /// <summary>The highest <see cref="Entry.Order"/> given so far. Counted by <see cref="Sending"/> alone.</summary>
    public int LastOrder { get; private set; }

    protected override string Subject => CacheTag.Live(ArticleId);
}
