namespace NewsPortal.Comments;

/// <summary>Why readers do not see a comment. Each has a word <c>reason.{name}</c>.</summary>
public enum RejectionReason
{
    Insult,
    Threat,
    Hatred,
    PrivateDetails,
    OffSubject,
    Falsehood,
    Advertising,
    Repeat,
    Other,
}

/// <summary>Which of the paper's own rules decided, where no person did. Each has a word <c>rule.{name}</c>.</summary>
public enum DecisionRule
{
    /// <summary>What nothing speaks against is shown at once.</summary>
    PostModerated,

    /// <summary>So many readers reported it that somebody has to read it first.</summary>
    Reports,

    /// <summary>Its writer asked for a second look.</summary>
    Appeal,
}

/// <summary>What somebody decides on a comment.</summary>
/// <param name="Verdict">Approved, rejected or spam; of a rule also that it waits again.</param>
/// <param name="Reason">Why it is rejected.</param>
/// <param name="Note">For colleagues.</param>
/// <param name="WriterNote">For its writer, where it is rejected.</param>
public sealed record Ruling(CommentState Verdict, RejectionReason? Reason = null, string? Note = null, string? WriterNote = null)
{
    /// <summary>The policy that decided, where no person did.</summary>
    public DecisionRule? Rule { get; init; }

    /// <summary>What one form decides is undone by one: its decisions share this.</summary>
    public Guid Batch { get; init; } = Guid.NewGuid();
}
