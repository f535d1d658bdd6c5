using System.Globalization;

namespace NewsPortal.Sections;

public enum ArchiveUnit
{
    All,
    Year,
    Month,
    Day,
}

/// <summary>A stretch of the calendar as its address names it: <c>/archive/2026/11/22</c>. One spelling each.</summary>
public readonly record struct ArchiveSpan(ArchiveUnit Unit, DateOnly? First, DateOnly AfterLast)
{
    // Nothing was published before there were newspapers, and a far future would let anybody grow our caches.
    private const int FirstYear = 1600;
    private const int LastYear = 2999;

    public string Path => Unit switch
    {
        ArchiveUnit.Year => First!.Value.ToString("'/archive/'yyyy", CultureInfo.InvariantCulture),
        ArchiveUnit.Month => First!.Value.ToString("'/archive/'yyyy'/'MM", CultureInfo.InvariantCulture),
        ArchiveUnit.Day => First!.Value.ToString("'/archive/'yyyy'/'MM'/'dd", CultureInfo.InvariantCulture),
        _ => "/archive",
    };

    public static ArchiveSpan DayOf(DateOnly day) => new(ArchiveUnit.Day, day, day.AddDays(1));

    /// <returns>Null when the parts are no date, or are spelled otherwise than <see cref="Path"/> spells them.</returns>
    public static ArchiveSpan? Parse(string? year, string? month, string? day)
    {
        if (year is null)
        {
            return new ArchiveSpan(ArchiveUnit.All, null, default);
        }

        if (!DateOnly.TryParseExact(
            $"{year}-{month ?? "01"}-{day ?? "01"}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        return month is null ? new ArchiveSpan(ArchiveUnit.Year, first, first.AddYears(1))
            : day is null ? new ArchiveSpan(ArchiveUnit.Month, first, first.AddMonths(1))
            : DayOf(first);
    }

    /// <summary>The span before, the larger one that holds this, and the span after.</summary>
    public IEnumerable<ArchiveSpan> Neighbours()
    {
        var first = First!.Value;
        return Unit switch
        {
            ArchiveUnit.Day => [DayOf(first.AddDays(-1)), MonthOf(first), DayOf(AfterLast)],
            ArchiveUnit.Month => [MonthOf(first.AddMonths(-1)), YearOf(first), MonthOf(AfterLast)],
            _ => [YearOf(first.AddYears(-1)), YearOf(AfterLast)],
        };
    }

    private static ArchiveSpan MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new ArchiveSpan(ArchiveUnit.Month, first, first.AddMonths(1));
    }

    private static ArchiveSpan YearOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, 1, 1);
        return new ArchiveSpan(ArchiveUnit.Year, first, first.AddYears(1));
    }
}
