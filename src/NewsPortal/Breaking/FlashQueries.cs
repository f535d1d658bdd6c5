using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.PageCache;

namespace NewsPortal.Breaking;

/// <summary>A flash as it is printed. Its story is left out while readers cannot open it.</summary>
/// <param name="SectionId">Its story's, else its own: whose language it is in.</param>
public sealed record FlashLine(
    int Id, int Version, FlashLevel Level, string Text, DateTime RaisedUtc, DateTime EndsUtc, DateTime? CorrectedUtc, int? StoryId, int? SectionId, string? StoryUrl, string? Language)
{
    /// <summary>Differs once the words do: a reader dismisses words, and corrected ones are others.</summary>
    public string WordsStamp
        => new DateTimeOffset(CorrectedUtc ?? RaisedUtc).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}

public static class FlashQueries
{
    /// <summary>From the top of the bar down: as the desk ordered them, else newest first.</summary>
    public static IQueryable<Flash> InOrder(this IQueryable<Flash> flashes)
        => flashes.OrderByDescending(f => f.Position).ThenByDescending(f => f.RaisedUtc).ThenByDescending(f => f.Id);

    public static IQueryable<Flash> OnAir(this IQueryable<Flash> flashes, DateTime now)
        => flashes.Where(f => f.EndsUtc > now && f.RaisedUtc <= now);

    /// <summary>What was followed up; <see cref="Flash.ReplacedById"/> says by which.</summary>
    public static IQueryable<Flash> Followed(this IQueryable<Flash> flashes)
        => flashes.Where(f => f.ReplacedById != null && (f.Ending == null || f.Ending == FlashEnding.Followed));

    public static IQueryable<Flash> EndedFirst(this IQueryable<Flash> flashes, DateTime now)
        => flashes.Where(f => f.EndsUtc <= now).OrderByDescending(f => f.EndsUtc).ThenByDescending(f => f.Id);

    public static IQueryable<FlashLine> AsLines(this IQueryable<Flash> flashes)
        => flashes.AsNoTracking().Select(f => new FlashLine(
            f.Id,
            f.Version,
            f.Level,
            f.Text,
            f.RaisedUtc,
            f.EndsUtc,
            f.CorrectedUtc,
            f.ArticleId,
            f.Article != null ? f.Article.SectionId : f.SectionId,
            f.Article != null && f.Article.State == ArticleState.Published
                ? StoryAddress.Of(f.Article.Section!.Slug, f.Article.Slug, f.Article.Id)
                : null,
            f.Article != null ? f.Article.Language ?? f.Article.Section!.Language : f.Section!.Language));

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
}
