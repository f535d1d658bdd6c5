using System.Globalization;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>What is to become of the comments that were picked in the list.</summary>
public sealed record SelectionForm
{
    public const int Most = 100;

    public CommentState Verdict { get; init; }

    /// <summary>See <see cref="PickedComment"/>.</summary>
    public List<string> Pick { get; init; } = [];

    public RejectionReason? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>For whoever wrote them.</summary>
    public string? WriterNote { get; init; }

    public string? Back { get; init; }

    public string List => ListAddress.Of(Back);

    public IEnumerable<PickedComment> Picked() => PickedComment.Read(Pick, Most);
}

/// <summary>A comment that a form names, with the version of it that was seen: <c>42.7</c>.</summary>
/// <param name="Version">That the person saw; null where it does not matter.</param>
public readonly record struct PickedComment(int Id, int? Version)
{
    /// <summary>Those of the first few that are any.</summary>
    public static IEnumerable<PickedComment> Read(IEnumerable<string?> marks, int most)
    {
        foreach (var mark in marks.Take(most))
        {
            if (mark?.Split('.') is [var id, var version]
                && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var comment)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            {
                yield return new PickedComment(comment, seen);
            }
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}");
}
