using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Breaking;

namespace NewsPortal.Admin.Breaking;

/// <summary>A flash as the desk lists it.</summary>
public sealed record FlashRow(FlashLine Line, string By, int? SectionId, FlashEnding? Ending)
{
    // Enough to write the follow-up, or to prolong it.
    private static readonly TimeSpan Warning = TimeSpan.FromMinutes(5);

    public string? SectionName { get; init; }

    /// <summary>Of its story, as the desk knows it.</summary>
    public string? Headline { get; init; }

    public string? ReplacedBy { get; init; }

    public int Id => Line.Id;

    public string Address => FormattableString.Invariant($"/admin/breaking/{Id}");

    public int MinutesLeft(DateTime now) => Math.Max(0, (int)Math.Ceiling((Line.EndsUtc - now).TotalMinutes));

    public int MinutesInAll => Math.Max(1, (int)Math.Ceiling((Line.EndsUtc - Line.RaisedUtc).TotalMinutes));

    public bool IsOnAir(DateTime now) => Line.EndsUtc > now;

    public bool EndsSoon(DateTime now) => EndsSoon(Line, now);

    public bool MayBeTakenBack(DateTime now) => IsOnAir(now) && now <= Line.RaisedUtc + Flash.Regret;

    public static bool EndsSoon(FlashLine line, DateTime now) => line.EndsUtc > now && line.EndsUtc <= now + Warning;
}

public static class FlashRows
{
    public static IQueryable<FlashRow> AsRows(this IQueryable<Flash> flashes) => flashes.AsNoTracking().Select(f => new FlashRow(
        new FlashLine(
            f.Id,
            f.Version,
            f.Level,
            f.Text,
            f.RaisedUtc,
            f.EndsUtc,
            f.CorrectedUtc,
            f.ArticleId,
            f.SectionId,
            f.Article != null && f.Article.State == ArticleState.Published ? StoryAddress.Of(f.Article.Section!.Slug, f.Article.Slug, f.Article.Id) : null,
            f.Article != null ? f.Article.Language ?? f.Article.Section!.Language : f.Section!.Language),
        f.RaisedBy,
        f.SectionId,
        f.Ending)
    {
        SectionName = f.Section!.Name,
        Headline = f.Article == null ? null : f.Article.State == ArticleState.Published ? f.Article.Headline : f.Article.Draft.Headline,
        ReplacedBy = f.ReplacedBy!.Text,
    });
}
