namespace NewsPortal.Changes;

public static class ChangeQueries
{
    /// <summary>A story was published, changed or withdrawn.</summary>
    public static IQueryable<Change> OfStories(this IQueryable<Change> changes)
        => changes.Where(c => c.Kind == ChangeKind.Published || c.Kind == ChangeKind.Updated || c.Kind == ChangeKind.Withdrawn);
}
