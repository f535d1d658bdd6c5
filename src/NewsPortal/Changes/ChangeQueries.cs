using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Changes;

public static class ChangeQueries
{
    /// <summary>
    /// Something happened that feeds may print: to a story, the name of a section or an author, a picture.
    /// </summary>
    public static IQueryable<Change> InFeeds(this IQueryable<Change> changes) => changes.Where(c =>
        c.Kind == ChangeKind.Published || c.Kind == ChangeKind.Updated || c.Kind == ChangeKind.Withdrawn
        || c.Kind == ChangeKind.SectionChanged || c.Kind == ChangeKind.AuthorChanged || c.Kind == ChangeKind.PhotoArrived);

    /// <summary>In the order of their numbers.</summary>
    internal static IQueryable<Change> Between(this IQueryable<Change> changes, long after, long last)
        => changes.Where(c => c.Seq > after && c.Seq <= last).OrderBy(c => c.Seq);

    /// <summary>Whether changes that came after this one are gone.</summary>
    internal static async Task<bool> IsPrunedAfterAsync(this IQueryable<Change> changes, long after, CancellationToken cancel)
        => after < await changes.OrderBy(c => c.Seq).Select(c => c.Seq).FirstOrDefaultAsync(cancel) - 1;
}
