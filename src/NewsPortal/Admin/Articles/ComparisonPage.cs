using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Two versions of a story, field by field; number 0 is the draft.</summary>
public sealed record ComparisonPage(Article Article, Compared From, Compared To, IReadOnlyList<CopyField> Changes, CopyNames Names)
{
    public const int Draft = 0;

    public IReadOnlyList<DiffPart> Diff(CopyField field, Words words)
        => WordDiff.Between(Names.Say(From.Copy, field, words), Names.Say(To.Copy, field, words));

    public static async Task<ComparisonPage?> ReadAsync(NewsDb db, Article article, int from, int to, CancellationToken cancel)
    {
        if (await FindAsync(db, article, from, cancel) is not { } first || await FindAsync(db, article, to, cancel) is not { } second)
        {
            return null;
        }

        var names = await CopyNames.ReadAsync(db, [first.Copy, second.Copy], cancel);
        return new(article, first, second, [.. CopyChanges.Between(first.Copy, second.Copy)], names);
    }

    private static async Task<Compared?> FindAsync(NewsDb db, Article article, int number, CancellationToken cancel) => number == Draft
        ? new(Draft, article.Draft.Copy, article.Draft.SavedBy, article.Draft.SavedUtc)
        : await db.Revisions.AsNoTracking().Where(r => r.ArticleId == article.Id && r.Number == number)
            .Select(r => new Compared(r.Number, r.Copy, r.By, r.AtUtc)).FirstOrDefaultAsync(cancel);
}

public sealed record Compared(int Number, Copy Copy, string By, DateTime AtUtc);
