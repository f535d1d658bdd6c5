namespace NewsPortal.Comments;

/// <summary>The lists that moderators work through. A reported comment stands in two of them.</summary>
public enum CommentQueue
{
    Pending,
    Reported,
    Spam,
    Rejected,
    Approved,
}

public static class CommentQueues
{
    public static IQueryable<Comment> In(this IQueryable<Comment> comments, CommentQueue queue)
    {
        if (queue == CommentQueue.Reported)
        {
            return comments.Where(c => c.Reports > 0);
        }

        var state = StateOf(queue);
        return comments.Where(c => c.State == state);
    }

    public static IQueryable<Comment> NotIn(this IQueryable<Comment> comments, CommentQueue queue)
    {
        if (queue == CommentQueue.Reported)
        {
            return comments.Where(c => c.Reports == 0);
        }

        var state = StateOf(queue);
        return comments.Where(c => c.State != state);
    }

    /// <summary>Where a comment of that state and so many open reports stands.</summary>
    public static IEnumerable<CommentQueue> Of(CommentState state, int reports)
    {
        if (reports > 0)
        {
            yield return CommentQueue.Reported;
        }

        if (state is not (CommentState.Withdrawn or CommentState.Erased))
        {
            yield return Enum.Parse<CommentQueue>(state.ToString());
        }
    }

    /// <summary>Whoever works there has it in the queue's own state; the reported ones have any.</summary>
    public static bool Holds(this CommentQueue queue, CommentState state) => queue != CommentQueue.Reported && StateOf(queue) == state;

    private static CommentState StateOf(CommentQueue queue) => Enum.Parse<CommentState>(queue.ToString());
}
