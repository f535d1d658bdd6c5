using System.Globalization;
using NewsPortal.Hosting;

namespace NewsPortal.Shared;

/// <summary>The paper's own settings (<c>Site:*</c>) and its clock and calendar.</summary>
public sealed class Site
{
    /// <exception cref="StartUpException">A setting cannot be understood; the message says which and what would be right.</exception>
    public Site(IConfiguration configuration)
    {
        var section = configuration.GetSection("Site");
        Name = section["Name"] is { Length: > 0 } name ? name : "NewsPortal";
        Url = ReadUrl(section["Url"] ?? "http://localhost:5000");
        Culture = ReadCulture(section["Culture"] ?? "en-GB");
        Zone = ReadZone(section["TimeZone"] ?? "UTC");
    }

    public string Name { get; }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Url { get; }

    public CultureInfo Culture { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>BCP 47 tag of the interface: <c>en</c>, <c>tr</c>.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The zone by the city that names it: "London" of <c>Europe/London</c>.</summary>
    public string ZoneCity => Zone.Id[(Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The zone as browsers know it.</summary>
    public string IanaZone => TimeZoneInfo.TryConvertWindowsIdToIanaId(Zone.Id, out var name) ? name : Zone.Id;

    public string Absolute(string path) => Url + path;

    public DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), Zone);

    /// <summary>RFC 3339 with the zone's offset at that time, for <c>datetime</c> attributes and JSON-LD.</summary>
    public string Iso(DateTime utc) => Local(utc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The UTC instants between which the site's clock shows the given days.</summary>
    public (DateTime From, DateTime Until) Days(DateOnly first, DateOnly afterLast) => (StartOf(first), StartOf(afterLast));

    private static string ReadUrl(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url.GetLeftPart(UriPartial.Authority)
            : throw new StartUpException($"Site:Url is '{text}'; it has to be the paper's address, such as https://news.example.org.");

    private static CultureInfo ReadCulture(string text)
    {
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(text, predefinedOnly: true).Clone();
            // Addresses, feeds and archives count Gregorian days; a second calendar on the page would contradict them.
            culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? culture.Calendar;
            return CultureInfo.ReadOnly(culture);
        }
        catch (CultureNotFoundException)
        {
            throw new StartUpException($"Site:Culture is '{text}', which is no known culture; use one such as en-GB or tr-TR.");
        }
    }

    private static TimeZoneInfo ReadZone(string text)
        => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? zone
            : throw new StartUpException($"Site:TimeZone is '{text}', which is no known zone; use an IANA name such as Europe/Istanbul.");

    private DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where the clocks are put forward at midnight the day starts at one; where they are put back to it, at the first of the two.
        return Zone.IsInvalidTime(midnight) ? TimeZoneInfo.ConvertTimeToUtc(midnight.AddHours(1), Zone)
            : Zone.IsAmbiguousTime(midnight) ? DateTime.SpecifyKind(midnight - Zone.GetAmbiguousTimeOffsets(midnight).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(midnight, Zone);
    }
}
