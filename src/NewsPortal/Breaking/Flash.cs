using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Sections;

namespace NewsPortal.Breaking;

public enum FlashLevel
{
    LastMinute,
    Developing,
    Urgent,
}

/// <summary>How a flash left the air before its time.</summary>
public enum FlashEnding
{
    /// <summary>Ended by hand.</summary>
    Lifted,

    /// <summary>A follow-up took its place.</summary>
    Followed,

    /// <summary>There was no room for it beside a newer one.</summary>
    GaveWay,

    /// <summary>Undone within moments: readers find no trace of it.</summary>
    TakenBack,
}

/// <summary>One line that cannot wait, on every page until it ends.</summary>
public partial class Flash : Announcer, IVersioned
{
    public const int TextLength = 300;

    private Flash()
    {
    }

    public int Id { get; private set; }

    public int Version { get; private set; }

    public FlashLevel Level { get; private set; }

    /// <summary>The flash's own words, apart from its story's headline.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Null: it is of the whole paper.</summary>
    public int? SectionId { get; private set; }

    public Section? Section { get; private set; }

    public int? ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public DateTime RaisedUtc { get; private set; }

    public string RaisedBy { get; private set; } = "";

    public int? RaisedById { get; private set; }

    /// <summary>When it leaves the pages, by itself or by somebody's hand.</summary>
    public DateTime EndsUtc { get; private set; }

    public DateTime? CorrectedUtc { get; private set; }

    /// <summary>Its place among those on air: the highest stands on top.</summary>
    public int Position { get; private set; }

    /// <summary>Null while it is on air, and when its time was up.</summary>
    public FlashEnding? Ending { get; private set; }

    /// <summary>When it would have left had nobody ended it.</summary>
    public DateTime? MeantToEndUtc { get; private set; }

    /// <summary>The flash that followed it up, or that it gave way to: see <see cref="Ending"/>.</summary>
    public int? ReplacedById { get; private set; }

    public Flash? ReplacedBy { get; private set; }

    /// <summary>Of the form that it was raised with: sent twice, it is raised once.</summary>
    public Guid? Key { get; private set; }

    protected override string Subject => FormattableString.Invariant($"flash:{Id}");
}
