using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>The versions of a story, newest first.</summary>
/// <param name="IsSame">The draft is what the newest version holds.</param>
public sealed record RevisionsPage(Article Article, IReadOnlyList<RevisionLine> Lines, bool IsSame)
{
    private const int Most = 200;

    public static async Task<RevisionsPage> ReadAsync(NewsDb db, Article article, CancellationToken cancel)
    {
        var lines = await db.Revisions.Lines(article.Id).Take(Most).ToListAsync(cancel);
        var newest = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ArticleId == article.Id && r.Number == article.Draft.LastRevision, cancel);
        return new(article, lines, newest is not null && NewsPortal.Articles.Merging.CopyChanges.IsSame(newest.Copy, article.Draft.Copy));
    }
}

/// <summary>A version without its copy, which lists need not read.</summary>
public sealed record RevisionLine(int Number, string By, DateTime AtUtc, string? Note, string? Name, bool Published);

internal static class RevisionLines
{
    /// <summary>The versions of a story, newest first.</summary>
    public static IQueryable<RevisionLine> Lines(this IQueryable<Revision> revisions, int articleId) => revisions.Where(r => r.ArticleId == articleId)
        .OrderByDescending(r => r.Number).Select(r => new RevisionLine(r.Number, r.By, r.AtUtc, r.Note, r.Name, r.Published));
}
