using System.Globalization;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>What is to become of the comments that were picked in the list.</summary>
public sealed record SelectionForm
{
    public const int Most = 100;

    public CommentState Verdict { get; init; }

    /// <summary>Comments with the version that was seen: <c>42.7</c>.</summary>
    public List<string> Pick { get; init; } = [];

    public RejectionReason? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>For whoever wrote them.</summary>
    public string? WriterNote { get; init; }

    public string? Back { get; init; }

    public string List => ListAddress.Of(Back);

    public IEnumerable<PickedComment> Picked()
    {
        foreach (var pick in Pick.Take(Most))
        {
            if (pick?.Split('.') is [var id, var version]
                && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var comment)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            {
                yield return new PickedComment(comment, seen);
            }
        }
    }
}

/// <param name="Version">That the person saw; null where it does not matter.</param>
public readonly record struct PickedComment(int Id, int? Version);
