namespace NewsPortal.Comments;

/// <summary>What a page of threads asks the database for. Each part is the beginning of an index.</summary>
internal static class ThreadQueries
{
    /// <summary>Those that begin the threads of one page and one beyond it, with their answers where these are few.</summary>
    public static IQueryable<CommentLine> Page(IQueryable<Comment> ofStory, ThreadsAsk ask)
    {
        var (shown, page) = (Shown(ofStory), Roots(ofStory, ask));
        var few = page.Where(c => c.ApprovedReplies > 0 && c.ApprovedReplies <= CommentThreads.AnswersShown).Select(c => c.Id);
        return AsLines(page.Concat(shown.Where(c => c.RootId != null && few.Contains(c.RootId.Value))));
    }

    /// <summary>One thread: what began it, and a page of its answers with one beyond.</summary>
    public static IQueryable<CommentLine> Thread(IQueryable<Comment> ofStory, int rootId, ThreadPlace? after)
    {
        var root = Begun(ofStory).Where(c => c.Id == rootId && (c.State == CommentState.Approved || c.ApprovedReplies > 0));
        return AsLines(root.Concat(Ordered(After(Answers(ofStory, rootId), after, CommentOrder.Oldest), CommentOrder.Oldest).Take(CommentThreads.PageSize + 1)));
    }

    /// <summary>The first answers of each of these threads.</summary>
    public static IQueryable<CommentLine> FirstAnswers(IQueryable<Comment> ofStory, IEnumerable<int> rootIds)
        => AsLines(rootIds.Select(id => Ordered(Answers(ofStory, id), CommentOrder.Oldest).Take(CommentThreads.AnswersShown)).Aggregate(Queryable.Concat));

    public static IEnumerable<CommentLine> InOrder(IEnumerable<CommentLine> roots, CommentOrder order) => order switch
    {
        CommentOrder.Newest => roots.OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id),
        CommentOrder.Replied => roots.OrderByDescending(c => c.Answers).ThenByDescending(c => c.Id),
        _ => roots.OrderBy(c => c.PostedUtc).ThenBy(c => c.Id),
    };

    public static ThreadPlace PlaceOf(CommentLine line, CommentOrder order) => new(order == CommentOrder.Replied ? line.Answers : line.PostedUtc.Ticks, line.Id);

    // One that was taken away keeps its place while it has answers: they would hang in the air.
    private static IQueryable<Comment> Roots(IQueryable<Comment> ofStory, ThreadsAsk ask)
    {
        var begun = After(Begun(ofStory), ask.Place, ask.Order);
        var kept = First(begun.Where(c => c.State == CommentState.Approved)).Concat(First(begun.Where(c => c.State != CommentState.Approved && c.ApprovedReplies > 0)));
        return First(kept);

        IQueryable<Comment> First(IQueryable<Comment> comments) => Ordered(comments, ask.Order).Take(CommentThreads.PageSize + 1);
    }

    private static IQueryable<Comment> Begun(IQueryable<Comment> ofStory) => ofStory.Where(c => c.Kind == CommentKind.Comment && c.RootId == null);

    private static IQueryable<Comment> Shown(IQueryable<Comment> ofStory) => ofStory.Where(c => c.Kind == CommentKind.Comment && c.State == CommentState.Approved);

    private static IQueryable<Comment> Answers(IQueryable<Comment> ofStory, int rootId) => Shown(ofStory).Where(c => c.RootId == rootId);

    private static IQueryable<Comment> Ordered(IQueryable<Comment> comments, CommentOrder order) => order switch
    {
        CommentOrder.Newest => comments.OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id),
        CommentOrder.Replied => comments.OrderByDescending(c => c.ApprovedReplies).ThenByDescending(c => c.Id),
        _ => comments.OrderBy(c => c.PostedUtc).ThenBy(c => c.Id),
    };

    // The first comparison alone bounds the index scan; the second only settles equals.
    private static IQueryable<Comment> After(IQueryable<Comment> comments, ThreadPlace? after, CommentOrder order) => after is not { } place ? comments : order switch
    {
        CommentOrder.Newest => comments.Where(c => c.PostedUtc <= place.Utc && (c.PostedUtc < place.Utc || c.Id < place.Id)),
        CommentOrder.Replied => comments.Where(c => c.ApprovedReplies <= place.Rank && (c.ApprovedReplies < place.Rank || c.Id < place.Id)),
        _ => comments.Where(c => c.PostedUtc >= place.Utc && (c.PostedUtc > place.Utc || c.Id > place.Id)),
    };

    private static IQueryable<CommentLine> AsLines(IQueryable<Comment> comments) => comments.OrderBy(c => c.PostedUtc).ThenBy(c => c.Id).Select(c => new CommentLine(
        c.Id,
        c.RootId,
        c.ParentId,
        c.State == CommentState.Approved,
        c.State == CommentState.Approved ? c.Name : "",
        c.IsStaff || c.AuthorId != null,
        c.IsPicked,
        c.Parent!.State == CommentState.Approved ? c.Parent.Name : null,
        c.State == CommentState.Approved ? c.BodyHtml : "",
        c.PostedUtc,
        c.ApprovedReplies));
}
