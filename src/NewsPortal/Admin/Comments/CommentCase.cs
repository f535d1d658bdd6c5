using System.Globalization;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>A comment with all that whoever decides on it has to know. Nothing of it can be edited.</summary>
public sealed record CommentCase(int Id, int Version, CommentState State, string Name, DateTime PostedUtc, string Body)
{
    public static readonly IReadOnlyList<CommentState> Verdicts = [CommentState.Approved, CommentState.Rejected, CommentState.Spam];

    public required CommentedStory Story { get; init; }

    public DateTime Now { get; init; }

    public bool IsStaff { get; init; }

    /// <summary>An editor points readers to it.</summary>
    public bool IsPicked { get; init; }

    public SaidBefore? Parent { get; init; }

    public IReadOnlyList<HeldFor> Holds { get; init; } = [];

    public IReadOnlyList<ReportedAs> Reports { get; init; } = [];

    /// <summary>The decision that stands; null as long as nobody decided.</summary>
    public DecisionLine? Last { get; init; }

    /// <summary>Its writer asked for a second look.</summary>
    public AppealLine? Appeal { get; init; }

    public WriterLine? Writer { get; init; }

    /// <summary>What the writer wrote before it, newest first.</summary>
    public IReadOnlyList<SaidBefore> Before { get; init; } = [];

    /// <summary>Others that wait and say nearly the same.</summary>
    public IReadOnlyList<SaidBefore> Alike { get; init; } = [];

    /// <summary>The colleague who has it open.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The list that it was opened in, and what comes after it there.</summary>
    public string Back { get; init; } = QueueFilter.Desk;

    public int? NextId { get; init; }

    public string? NextAddress { get; init; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"{QueueFilter.Desk}/{Id}");

    public IReadOnlyList<TextPart> Parts => TextPart.Cut(Body, Holds.Select(hold => (hold.Start ?? -1, hold.Length ?? 0)));

    /// <summary>Approving again what readers reported says that it stays.</summary>
    public bool MayBe(CommentState verdict) => State != CommentState.Withdrawn && (verdict != State || (verdict == CommentState.Approved && Reports.Count > 0));
}

public sealed record CommentedStory(int Id, string Headline, string Url);

/// <summary>Another comment, as far as it matters to this one.</summary>
public sealed record SaidBefore(int Id, CommentState State, string Name, DateTime PostedUtc, string Body)
{
    private const int Length = 120;

    public int Version { get; init; }

    public PickedComment Picked => new(Id, Version);

    public string Excerpt => Body.Length > Length ? Body[..Length] + "…" : Body;
}

/// <param name="Against">What it asks to look at again; null where nobody wrote down who decided.</param>
/// <param name="IsOwn">Whoever reads this decided that.</param>
public sealed record AppealLine(string Text, DateTime AtUtc, DecisionLine? Against, bool IsOwn);

/// <param name="Start">Where in the text the rule hangs, if it hangs on words.</param>
public sealed record HeldFor(HoldKind Kind, string? Detail, int? Start, int? Length);

public sealed record ReportedAs(ReportReason Reason, int Count);

/// <summary>Who wrote it, by what is known of them here.</summary>
public sealed record WriterLine(int Id, string Name, DateTime FirstUtc, int Approved, int Rejected, int Spam, DateTime? LastRejectedUtc, bool HoldsAll);
