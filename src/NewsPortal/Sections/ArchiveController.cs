using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Sections;

/// <summary>Everything published, by the calendar of the site's zone: all of it, a year, a month or a day.</summary>
public sealed class ArchiveController(NewsDb db, StoryLists lists, Site site, SiteDates dates, Words words) : Controller
{
    [HttpGet("/archive/{year?}/{month?}/{day?}"), HttpHead("/archive/{year?}/{month?}/{day?}"), Stored("before", "after")]
    public async Task<IActionResult> Show(
        string? year, string? month, string? day, string? before, string? after, CancellationToken cancel)
    {
        if (ArchiveSpan.Parse(year, month, day) is not { } span)
        {
            return NotFound();
        }

        var turn = new PageTurn(before, after);
        var (published, tags) = In(span);
        return await lists.ReadAsync(published, tags, turn, cancel) is { } stories
            ? View("List", new ListPage(span.Path, NameOf(span), null, stories, turn.IsFirst) { Kicker = words["Archive"], Links = Around(span) })
            : NotFound();
    }

    private (IQueryable<ListedStory> Stories, IReadOnlyList<string> Tags) In(ArchiveSpan span)
    {
        if (span.First is not { } first)
        {
            return (db.Articles.Placed(), [CacheTag.Archive]);
        }

        var (from, until) = site.Days(first, span.AfterLast);
        Func<DateTime, string> tag = span.Unit switch
        {
            ArchiveUnit.Day => CacheTag.Day,
            ArchiveUnit.Month => CacheTag.Month,
            _ => CacheTag.Year,
        };
        // A day here begins in one day of UTC and ends in the next.
        string[] tags = [.. new[] { tag(from), tag(until.AddTicks(-1)) }.Distinct()];
        return (db.Articles.Placed().Where(s => s.Utc >= from && s.Utc < until), tags);
    }

    private string NameOf(ArchiveSpan span) => span.Unit switch
    {
        ArchiveUnit.Day => dates.Day(span.First!.Value),
        ArchiveUnit.Month => dates.Month(span.First!.Value),
        ArchiveUnit.Year => span.First!.Value.Year.ToString(CultureInfo.InvariantCulture),
        _ => words["Everything published"],
    };

    private List<(string Path, string Name)> Around(ArchiveSpan span)
    {
        var spans = span.Unit == ArchiveUnit.All ? [ArchiveSpan.DayOf(DateOnly.FromDateTime(site.Local(dates.Now).Date))] : span.Neighbours();
        return [.. spans.Select(near => (near.Path, NameOf(near)))];
    }
}
