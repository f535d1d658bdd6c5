namespace NewsPortal.Changes;

public static class ChangeQueries
{
    /// <summary>
    /// Something happened that feeds may print: to a story, the name of a section or an author, a picture.
    /// </summary>
    public static IQueryable<Change> InFeeds(this IQueryable<Change> changes) => changes.Where(c =>
        c.Kind == ChangeKind.Published || c.Kind == ChangeKind.Updated || c.Kind == ChangeKind.Withdrawn
        || c.Kind == ChangeKind.SectionChanged || c.Kind == ChangeKind.AuthorChanged || c.Kind == ChangeKind.PhotoArrived);
}
