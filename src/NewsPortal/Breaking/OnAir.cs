using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Breaking;

/// <summary>The flashes that stand on every page now, newest first.</summary>
public sealed class OnAir(NewsDb db, TimeProvider clock)
{
    private const int Most = 3;

    private IReadOnlyList<FlashLine>? lines;

    public async Task<IReadOnlyList<FlashLine>> ReadAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return lines ??= await db.Flashes.Where(f => f.EndsUtc > now && f.RaisedUtc <= now)
            .OrderByDescending(f => f.RaisedUtc).ThenByDescending(f => f.Id).Take(Most).AsLines().ToListAsync(cancel);
    }
}

/// <summary>A flash as it is printed. Its story is left out while readers cannot open it.</summary>
public sealed record FlashLine(
    int Id, FlashLevel Level, string Text, DateTime RaisedUtc, DateTime EndsUtc, DateTime? CorrectedUtc, int? StoryId, string? StoryUrl, string? Language);

public static class FlashQueries
{
    public static IQueryable<FlashLine> AsLines(this IQueryable<Flash> flashes)
        => flashes.AsNoTracking().Select(f => new FlashLine(
            f.Id,
            f.Level,
            f.Text,
            f.RaisedUtc,
            f.EndsUtc,
            f.CorrectedUtc,
            f.ArticleId,
            f.Article != null && f.Article.State == ArticleState.Published
                ? StoryAddress.Of(f.Article.Section!.Slug, f.Article.Slug, f.Article.Id)
                : null,
            f.Article!.Language ?? f.Article.Section!.Language));
}
