using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>What a decision on one comment sends.</summary>
public sealed record VerdictForm
{
    /// <summary>Of the comment that was seen.</summary>
    public int Version { get; init; }

    public RejectionReason? Reason { get; init; }

    /// <summary>For colleagues.</summary>
    public string? Note { get; init; }

    /// <summary>For whoever wrote it.</summary>
    public string? WriterNote { get; init; }

    /// <summary>Those that wait and say nearly the same are decided with it, as far as they were seen.</summary>
    public bool Alike { get; init; }

    /// <summary>Which that were, as <see cref="PickedComment"/> writes them.</summary>
    public List<string> Seen { get; init; } = [];

    /// <summary>The list that it was opened in.</summary>
    public string? Back { get; init; }

    /// <summary>What comes after it there.</summary>
    public int? Next { get; init; }

    /// <summary>The list again, with the next comment opened and what was done just now.</summary>
    public string Onward(Guid done) => QueryHelpers.AddQueryString(ListAddress.Of(Back), new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["at"] = Next?.ToString(CultureInfo.InvariantCulture),
        ["done"] = done.ToString(),
    }) + "#reading";
}

/// <summary>The desk's own pages are gone back to, and no others.</summary>
public static class ListAddress
{
    public static string Of(string? back) => back is not null && (back == QueueFilter.Desk
        || back.StartsWith(QueueFilter.Desk + "?", StringComparison.Ordinal) || back.StartsWith(QueueFilter.Desk + "/", StringComparison.Ordinal)) ? back : QueueFilter.Desk;
}
