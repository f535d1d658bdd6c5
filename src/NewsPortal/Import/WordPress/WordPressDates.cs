using System.Globalization;

namespace NewsPortal.Import.WordPress;

/// <summary>When something was said on the old site, from the best of the three times that an export gives.</summary>
internal static class WordPressDates
{
    /// <param name="dates">As exported; a draft's UTC time is all zeros.</param>
    /// <param name="zone">Read for the local time, whose own zone an export does not tell.</param>
    /// <returns>UTC, or null when none of them can be read.</returns>
    public static DateTime? Utc(WxrDates dates, TimeZoneInfo zone)
    {
        if (Parse(dates.Gmt) is { } gmt)
        {
            return DateTime.SpecifyKind(gmt, DateTimeKind.Utc);
        }

        if (Parse(dates.Local) is { } local)
        {
            // An hour that a change of clocks left out.
            return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
        }

        return DateTimeOffset.TryParse(dates.Published, CultureInfo.InvariantCulture, DateTimeStyles.None, out var published) && IsSensible(published.UtcDateTime)
            ? published.UtcDateTime
            : null;
    }

    private static DateTime? Parse(string text)
        => DateTime.TryParseExact(text.Trim(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && IsSensible(time)
            ? time
            : null;

    // "0000-00-00" is no date, and "-0001-11-30" is what WordPress makes of it.
    private static bool IsSensible(DateTime time) => time.Year is > 1600 and < 9000;
}
