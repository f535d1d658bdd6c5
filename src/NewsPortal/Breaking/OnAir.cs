using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Breaking;

/// <summary>The flashes that stand on every page now, newest first.</summary>
public sealed class OnAir(NewsDb db, PageBasis basis, TimeProvider clock)
{
    private const int Most = 3;

    private static readonly CompiledQuery<DateTime, FlashLine> Open = new((db, now) => db.Flashes
        .Where(f => f.EndsUtc > now.Value).OrderByDescending(f => f.RaisedUtc).ThenByDescending(f => f.Id).AsLines());

    private IReadOnlyList<FlashLine>? lines;

    public async Task<IReadOnlyList<FlashLine>> ReadAsync(CancellationToken cancel = default)
        => lines ??= await LoadAsync(clock.GetUtcNow().UtcDateTime, cancel);

    private async Task<List<FlashLine>> LoadAsync(DateTime now, CancellationToken cancel)
    {
        var open = await Open.Ask(db, now).ToListAsync(cancel);
        open.ForEach(flash => basis.IsTrueUntil(flash.RaisedUtc > now ? flash.RaisedUtc : flash.EndsUtc));
        var shown = open.Where(flash => flash.RaisedUtc <= now).Take(Most).ToList();
        basis.Shows(shown);
        return shown;
    }
}

/// <summary>A flash as it is printed. Its story is left out while readers cannot open it.</summary>
public sealed record FlashLine(
    int Id, FlashLevel Level, string Text, DateTime RaisedUtc, DateTime EndsUtc, DateTime? CorrectedUtc, int? StoryId, int? SectionId, string? StoryUrl, string? Language);

public static class FlashQueries
{
    /// <summary>Of a flash's story only the address is printed, and its language.</summary>
    internal static void Shows(this PageBasis basis, IReadOnlyList<FlashLine> flashes)
    {
        basis.RestsOn(CacheTag.Breaking);
        foreach (var flash in flashes)
        {
            basis.RestsOn(flash.StoryId is { } story ? [CacheTag.Address(story)] : []);
            basis.RestsOn(flash.SectionId is { } section ? [CacheTag.SectionName(section)] : []);
        }
    }

    public static IQueryable<FlashLine> AsLines(this IQueryable<Flash> flashes)
        => flashes.AsNoTracking().Select(f => new FlashLine(
            f.Id,
            f.Level,
            f.Text,
            f.RaisedUtc,
            f.EndsUtc,
            f.CorrectedUtc,
            f.ArticleId,
            f.Article!.SectionId,
            f.Article != null && f.Article.State == ArticleState.Published
                ? StoryAddress.Of(f.Article.Section!.Slug, f.Article.Slug, f.Article.Id)
                : null,
            f.Article!.Language ?? f.Article.Section!.Language));
}
