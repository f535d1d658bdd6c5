using System.Globalization;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>Which comments the desk shows, as its address says it.</summary>
public sealed record QueueFilter
{
    public const string Desk = "/admin/comments";

    public CommentQueue Queue { get; init; }

    public int? Section { get; init; }

    public int? Story { get; init; }

    /// <summary>All of one person's.</summary>
    public int? Writer { get; init; }

    /// <summary>Why the machine holds it, readers reported it, or it was rejected: what the queue has of these.</summary>
    public string? Reason { get; init; }

    /// <summary>In the text or the writer's name, folded as readers spell.</summary>
    public string? Q { get; init; }

    /// <summary>The place to go on from.</summary>
    public string? After { get; init; }

    /// <summary>Those wait, so who came first is read first; what is decided is looked up from its newest end.</summary>
    public bool IsOldestFirst => Queue is CommentQueue.Pending or CommentQueue.Reported;

    /// <summary>Something is asked for that no index knows: see <see cref="QueueReader"/>.</summary>
    public bool IsSearch => Reason is { Length: > 0 } || Q is { Length: > 0 };

    public bool IsNarrow => IsSearch || Section is not null || Story is not null || Writer is not null;

    /// <summary>Another queue, narrowed the same way, from its beginning.</summary>
    public string AddressOf(CommentQueue queue) => (this with { Queue = queue, Reason = null, After = null }).Address();

    /// <summary>This list, with a comment opened or another place to go on from.</summary>
    public string Address(int? at = null, string? after = null, Guid? done = null) => Desk + QueryString.Create(new (string Name, string? Value)[]
    {
        ("queue", Queue == CommentQueue.Pending ? null : Queue.ToString()),
        ("section", Text(Section)),
        ("story", Text(Story)),
        ("writer", Text(Writer)),
        ("reason", Reason),
        ("q", Q),
        ("after", after ?? After),
        ("at", Text(at)),
        ("done", done?.ToString()),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
