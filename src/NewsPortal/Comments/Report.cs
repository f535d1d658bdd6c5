namespace NewsPortal.Comments;

/// <summary>What readers say is wrong with a comment. Each has a word <c>report.{name}</c>.</summary>
public enum ReportReason
{
    Insult,
    Threat,
    PrivateDetails,
    Falsehood,
    Advertising,
    OffSubject,
    Other,
}

/// <summary>A reader points moderators to a comment.</summary>
public class Report
{
    public long Id { get; private set; }

    public required int CommentId { get; init; }

    public required ReportReason Reason { get; init; }

    /// <summary>Stands for the network that it came from; null once that is forgotten.</summary>
    public string? NetworkId { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>When a moderator ruled on it.</summary>
    public DateTime? RuledUtc { get; private set; }
}
