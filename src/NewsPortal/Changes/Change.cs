namespace NewsPortal.Changes;

/// <summary>What happened, as far as a reader could notice.</summary>
public enum ChangeKind
{
    Published,
    Updated,
    Withdrawn,
    FlashRaised,
    FlashChanged,
    FlashLifted,
    CommentApproved,
    CommentHidden,

    /// <summary>The same words from a newer renderer.</summary>
    CommentChanged,

    /// <summary>A section came, or is called otherwise: every page's navigation shows it.</summary>
    SectionChanged,

    /// <summary>An author came, or something else is said of them.</summary>
    AuthorChanged,

    /// <summary>A topic came: it has a page from now on.</summary>
    TopicAdded,

    /// <summary>Addresses of the paper's former site lead somewhere from now on.</summary>
    AddressAdded,

    /// <summary>A live coverage began, ended or goes on, its key points are others, or another entry stands above the rest.</summary>
    CoverageChanged,

    EntrySent,

    /// <summary>It says something else, or is back.</summary>
    EntryChanged,
    EntryRemoved,

    /// <summary>The file of a picture came after its words.</summary>
    PhotoArrived,
}

/// <summary>
/// One row of the change feed. It is written in the transaction of the fact it tells of, so "happened" and
/// "told" cannot part. <see cref="Seq"/> grows in commit order on SQLite; on SQL Server two transactions may
/// commit out of order, so a consumer must not step over a gap.
/// </summary>
public class Change
{
    public long Seq { get; private set; }

    public ChangeKind Kind { get; init; }

    /// <summary>Whom it is about, as a cache tag: <c>article:42</c>, <c>flash:7</c>, <c>comment:9</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What else a consumer needs to evict and announce: cache tags, separated by a space.</summary>
    public string Payload { get; init; } = "";

    public DateTime AtUtc { get; init; }

    /// <summary>What it touches besides its subject.</summary>
    public IReadOnlyList<string> Touched => Payload.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="tag">See <see cref="CacheTag"/>.</param>
    public bool Touches(string tag) => Subject == tag || Touched.Contains(tag);
}
