using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>The moderation desk: a queue, and one comment of it opened.</summary>
public sealed record QueuePage(QueueFilter Filter, QueueList List, DateTime Now)
{
    public required Staffer Me { get; init; }

    /// <summary>How many stand in each queue, of those that this person rules.</summary>
    public IReadOnlyDictionary<CommentQueue, int> Counts { get; init; } = new Dictionary<CommentQueue, int>();

    public DateTime? OldestUtc { get; init; }

    public CommentCase? Case { get; init; }

    public IReadOnlyList<Choice> Sections { get; init; } = [];

    /// <summary>What the list is narrowed to, where the form does not say it: a story, a writer.</summary>
    public string? Narrowed { get; init; }

    /// <summary>Stories under which more comes in than can be read.</summary>
    public IReadOnlyList<SurgeLine> Surges { get; init; } = [];

    public JustDecided? Just { get; init; }

    /// <summary>Why the last move was refused.</summary>
    public string? Problem { get; init; }

    public int Waiting => CountOf(CommentQueue.Pending);

    /// <summary>Where what has arrived since the page was drawn begins.</summary>
    public Cursor Newest => new(Now, int.MaxValue);

    /// <summary>What can become of those that stand in this queue.</summary>
    public IEnumerable<CommentState> Verdicts => CommentCase.Verdicts.Where(verdict => !Filter.Queue.Holds(verdict));

    public IReadOnlyList<QueueRow> Known => Filter.Queue == CommentQueue.Pending ? [.. List.Rows.Where(row => row is { IsKnown: true, Holds.Count: 0 })] : [];

    public IReadOnlyList<(string Name, string Key)> Reasons => QueueReasons.Of(Filter.Queue);

    public int CountOf(CommentQueue queue) => Counts.GetValueOrDefault(queue);
}

/// <summary>What this person did last, which can be undone.</summary>
public sealed record JustDecided(Guid Batch, string Words);
