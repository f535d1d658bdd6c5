using NewsPortal.Accounts;

namespace NewsPortal.Audit;

/// <summary>What was done, as far as somebody may one day have to answer for it. Each has a word <c>audit.{kind}</c>.</summary>
public enum AuditKind
{
    // Stories
    HandedIn,
    SentBack,
    Approved,
    Scheduled,
    Unscheduled,
    Undone,
    Published,
    Updated,
    Withdrawn,
    Corrected,

    // People
    SetUp,
    Invited,
    RightsChanged,
    Disabled,
    Enabled,
    SignedOut,
    LinkMade,

    // The paper's parts
    SectionAdded,
    SectionChanged,
    AuthorAdded,
    AuthorChanged,

    // Flashes
    FlashRaised,
    FlashCorrected,
    FlashLinked,
    FlashExtended,
    FlashMoved,
    FlashFollowed,
    FlashGaveWay,
    FlashReturned,
    FlashLifted,
    FlashTakenBack,

    // Live coverage
    CoverageStarted,
    CoverageSummarised,
    CoverageClosed,
    CoverageReopened,
    EntryWritten,
    EntrySent,
    EntrySentBack,
    EntryEdited,
    EntryMarkedKey,
    EntryUnmarkedKey,
    EntryPinned,
    EntryUnpinned,
    EntryDeleted,
    EntryRestored,
    EntryBrokenOut,

    // Comments: decisions on them are rows of their own
    CommentPicked,
    CommentUnpicked,
    WriterBanned,
    BanLifted,
    WriterHeld,
    WriterReleased,
    SurgeEnded,
    WordListed,
    WordUnlisted,

    // Readers
    WriterErased,
    ReaderJoined,
    ReaderErased,
}

/// <summary>
/// One line of the audit trail. It is written in the transaction of its deed and never changed. An entity that is an
/// <see cref="Changes.Announcer"/> calls <c>Record</c> in its verb; anybody else adds an <see cref="Of"/> to
/// <c>NewsDb.AuditEntries</c> before the same save.
/// </summary>
public class AuditEntry
{
    public const int TitleLength = 300;
    public const int DetailLength = 4000;

    public long Id { get; private set; }

    public DateTime AtUtc { get; private init; }

    public AuditKind Kind { get; private init; }

    public string By { get; private init; } = "";

    public int? ById { get; private init; }

    /// <summary>What it was done to: <c>article:42</c>, <c>account:7</c>.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>What the subject was called then: a headline, a person's name.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The reason given, the note, "contributor → editor".</summary>
    public string? Detail { get; private init; }

    /// <param name="kind">What was done.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="subject">What it was done to, as <c>noun:id</c>.</param>
    /// <param name="title">What the subject is called now; it stays readable when the subject is gone. Cut where it is too long.</param>
    /// <param name="detail">A reason, a note, from what to what. Cut where it is too long.</param>
    public static AuditEntry Of(AuditKind kind, Signature by, DateTime now, string subject, string title, string? detail = null) => new()
    {
        Kind = kind,
        By = by.Name,
        ById = by.AccountId,
        AtUtc = now,
        Subject = subject,
        Title = Cut(title, TitleLength),
        Detail = detail is null ? null : Cut(detail, DetailLength),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
