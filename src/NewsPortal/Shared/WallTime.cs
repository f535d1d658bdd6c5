using System.Globalization;

namespace NewsPortal.Shared;

/// <summary>A time as somebody reads it off a clock, and the instant it comes to.</summary>
/// <param name="Text"><c>yyyy-MM-ddTHH:mm</c>.</param>
/// <param name="Zone">IANA name of the clock's zone.</param>
public sealed record WallTime(string Text, string Zone, DateTime Utc)
{
    public const int TextLength = 16;
    public const int ZoneLength = 64;

    private const string Pattern = "yyyy-MM-dd'T'HH:mm";

    public static WallTime Of(DateTime utc, TimeZoneInfo zone)
        => new(TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString(Pattern, CultureInfo.InvariantCulture), zone.Id, utc);

    /// <summary>The same time with the clock's offset then, which tells two equal readings of one night apart.</summary>
    public string Exact(TimeZoneInfo zone)
        => TimeZoneInfo.ConvertTime(new DateTimeOffset(Utc, TimeSpan.Zero), zone).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    /// <summary>Reads what a form sends: a time on the clock, or one of the answers that <see cref="WallReading.Offers"/> gave.</summary>
    public static WallReading Read(string? text, TimeZoneInfo zone)
    {
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return new WallReading(WallQuestion.None, [Of(exact.UtcDateTime, zone)]);
        }

        if (!DateTime.TryParseExact(text, [Pattern, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || local.Year is < 2 or > 9998)
        {
            return new WallReading(WallQuestion.Unreadable, []);
        }

        return zone.IsInvalidTime(local) ? new WallReading(WallQuestion.Skipped, AroundGap(local, zone))
            : zone.IsAmbiguousTime(local) ? new WallReading(WallQuestion.Twice, Both(local, zone))
            : new WallReading(WallQuestion.None, [Of(TimeZoneInfo.ConvertTimeToUtc(local, zone), zone)]);
    }

    private static List<WallTime> AroundGap(DateTime skipped, TimeZoneInfo zone)
    {
        var (before, after) = (skipped, skipped);
        while (zone.IsInvalidTime(before))
        {
            before = before.AddMinutes(-1);
        }

        while (zone.IsInvalidTime(after))
        {
            after = after.AddMinutes(1);
        }

        return [Of(TimeZoneInfo.ConvertTimeToUtc(before, zone), zone), Of(TimeZoneInfo.ConvertTimeToUtc(after, zone), zone)];
    }

    private static List<WallTime> Both(DateTime twice, TimeZoneInfo zone)
        => [.. zone.GetAmbiguousTimeOffsets(twice).OrderDescending().Select(offset => Of(DateTime.SpecifyKind(twice - offset, DateTimeKind.Utc), zone))];
}

/// <summary>What has to be asked about a time that somebody gave.</summary>
public enum WallQuestion
{
    None,

    /// <summary>It is no time.</summary>
    Unreadable,

    /// <summary>The clock goes forward over it.</summary>
    Skipped,

    /// <summary>The clock goes back and shows it twice.</summary>
    Twice,
}

/// <param name="Offers">The one time; or the nearest before and after a gap; or the earlier and the later of two.</param>
public sealed record WallReading(WallQuestion Question, IReadOnlyList<WallTime> Offers)
{
    /// <summary>Null while there is something to ask.</summary>
    public WallTime? Time => Question == WallQuestion.None ? Offers[0] : null;
}
