using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>A comment as a list shows it.</summary>
public sealed record QueueRow(int Id, int Version, CommentState State, string Name, DateTime QueuedUtc, string Excerpt)
{
    public const int ExcerptLength = 240;

    public int Reports { get; init; }

    /// <summary>See <see cref="Comment.Fingerprint"/>.</summary>
    public long Fingerprint { get; init; }

    public int? CommenterId { get; init; }

    /// <summary>Its writer has earned trust.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Why the machine holds it.</summary>
    public IReadOnlyList<HoldKind> Holds { get; init; } = [];

    /// <summary>The colleague who has it open.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>How many others that wait say nearly the same.</summary>
    public int Alike { get; init; }

    public Cursor Place => new(QueuedUtc, Id);

    /// <summary>What a form sends of it: which comment, and which version of it was seen.</summary>
    public PickedComment Mark => new(Id, Version);
}

public static class QueueRows
{
    public static IQueryable<QueueRow> AsRows(this IQueryable<Comment> comments) => comments.Select(c => new QueueRow(
        c.Id, c.Version, c.State, c.Name, c.QueuedUtc, c.Body.Length > QueueRow.ExcerptLength ? c.Body.Substring(0, QueueRow.ExcerptLength) : c.Body)
    {
        Reports = c.Reports,
        Fingerprint = c.Fingerprint,
        CommenterId = c.CommenterId,
    });
}
