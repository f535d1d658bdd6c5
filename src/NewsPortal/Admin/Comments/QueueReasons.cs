using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>By which reasons a queue can be narrowed: why it is held, what readers reported, why it was rejected.</summary>
public static class QueueReasons
{
    public static IReadOnlyList<(string Name, string Key)> Of(CommentQueue queue) => queue switch
    {
        CommentQueue.Pending => Named<HoldKind>("hold"),
        CommentQueue.Reported => Named<ReportReason>("report"),
        CommentQueue.Rejected => Named<RejectionReason>("reason"),
        _ => [],
    };

    /// <summary>Each comment with its text, and whether it has the reason that is asked for.</summary>
    public static IQueryable<SearchedRow> Having(NewsDb db, IQueryable<Comment> comments, QueueFilter filter) => filter.Queue switch
    {
        CommentQueue.Pending when Enum.TryParse<HoldKind>(filter.Reason, out var kind)
            => comments.Select(c => new SearchedRow(c.Id, c.QueuedUtc, c.Name, c.Body, c.Holds.Any(h => h.Kind == kind))),
        CommentQueue.Reported when Enum.TryParse<ReportReason>(filter.Reason, out var reported)
            => comments.Select(c => new SearchedRow(c.Id, c.QueuedUtc, c.Name, c.Body, db.Reports.Any(r => r.CommentId == c.Id && r.Reason == reported && r.RuledUtc == null))),
        CommentQueue.Rejected when Enum.TryParse<RejectionReason>(filter.Reason, out var reason)
            => comments.Select(c => new SearchedRow(c.Id, c.QueuedUtc, c.Name, c.Body, c.Decisions.Any(d => d.Reason == reason && d.UndoneUtc == null))),
        _ => comments.Select(c => new SearchedRow(c.Id, c.QueuedUtc, c.Name, c.Body, true)),
    };

    private static IReadOnlyList<(string, string)> Named<T>(string prefix)
        where T : struct, Enum
        => [.. Enum.GetNames<T>().Select(name => (name, $"{prefix}.{name}"))];
}

/// <summary>A comment as a search looks at it.</summary>
public sealed record SearchedRow(int Id, DateTime QueuedUtc, string Name, string Body, bool HasReason)
{
    public Cursor Place => new(QueuedUtc, Id);
}
