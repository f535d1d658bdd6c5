using System.Globalization;

namespace NewsPortal.Shared;

/// <summary>Times as the paper prints them: on the site's clock, in the site's language.</summary>
public sealed class SiteDates(Site site, Words words, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>"Sunday 22 November 2026".</summary>
    public string Today => Format(Now, words["date.full"]);

    public string TodayIso => Format(Now, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Year => Format(Now, "yyyy", CultureInfo.InvariantCulture);

    /// <summary>When the site's calendar turns to the next day.</summary>
    public DateTime TomorrowUtc
    {
        get
        {
            var today = DateOnly.FromDateTime(site.Local(Now).Date);
            return site.Days(today, today.AddDays(1)).Until;
        }
    }

    /// <summary>"14:32".</summary>
    public string Clock(DateTime utc) => Format(utc, "HH:mm");

    /// <summary>For cards: the time when it is today, "Yesterday", else the day, with the year when it is another.</summary>
    public string Brief(DateTime utc)
    {
        var (day, today) = (site.Local(utc).Date, site.Local(Now).Date);
        return day == today ? Clock(utc)
            : day == today.AddDays(-1) ? words["Yesterday"]
            : Format(utc, words[day.Year == today.Year ? "date.day" : "date.dayyear"]);
    }

    /// <summary>For the narrow column of a log: the time when it is today, "21 Nov" in this year, else "Nov 2019".</summary>
    public string Log(DateTime utc)
    {
        var (then, today) = (site.Local(utc), site.Local(Now));
        return then.Date == today.Date ? Clock(utc) : Format(utc, words[then.Year == today.Year ? "date.log" : "date.logyear"]);
    }

    /// <summary>"Ada, Bo and Cem".</summary>
    public string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : words["{0} and {1}", string.Join(words["list.comma"], all[..^1]), all[^1]];
    }

    /// <summary>"22 Nov 2026, 12:10".</summary>
    public string Stamp(DateTime utc) => Format(utc, words["date.stamp"]);

    /// <summary>The clock alone when <paramref name="utc"/> is on the day of <paramref name="other"/>, else the full stamp.</summary>
    public string StampAfter(DateTime utc, DateTime other)
        => site.Local(utc).Date == site.Local(other).Date ? Clock(utc) : Stamp(utc);

    /// <summary>"Sunday 22 November 2026" of a calendar day.</summary>
    public string Day(DateOnly day) => day.ToString(words["date.full"], site.Culture);

    public string Month(DateOnly day) => day.ToString("MMMM yyyy", site.Culture);

    /// <summary>"London time": the zone that every time on the page is in.</summary>
    public string ZoneName => site.Zone.Id is "UTC" or "Etc/UTC" ? "UTC" : words["{0} time", words.Or($"zone.{site.ZoneCity}", site.ZoneCity)];

    public string Number(int number) => number.ToString("N0", site.Culture);

    /// <summary>A tag of the page's markup: the machine's time and the reader's.</summary>
    public string Iso(DateTime utc) => site.Iso(utc);

    private string Format(DateTime utc, string pattern, CultureInfo? culture = null)
        => site.Local(utc).ToString(pattern, culture ?? site.Culture);
}
