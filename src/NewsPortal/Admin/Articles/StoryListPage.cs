using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Sections;

namespace NewsPortal.Admin.Articles;

/// <summary>One page of the stories that a person finds at the desk, what changed last first. Nothing is counted.</summary>
public sealed record StoryListPage(StoryFilter Filter, IReadOnlyList<StoryRow> Rows)
{
    private const int PageSize = 50;

    public required Staffer Me { get; init; }

    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Author> Authors { get; init; } = [];

    public string? Older { get; init; }

    public string? Newer { get; init; }

    /// <summary>What the form of the selection leads back to.</summary>
    public string Here => Filter.Address(before: Filter.Before, after: Filter.After);

    public static async Task<StoryListPage> ReadAsync(NewsDb db, StoryFilter filter, Staffer me, Site site, CancellationToken cancel)
    {
        var stories = filter.Of(db.Articles.OpenTo(me), me, site);
        var (rows, older, newer) = Cursor.Parse(filter.After) is { } after
            ? await UpFromAsync(stories, after, cancel)
            : await DownFromAsync(stories, Cursor.Parse(filter.Before), cancel);
        return new StoryListPage(filter, await db.NamedAsync(rows, cancel))
        {
            Me = me,
            Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel),
            Authors = await db.Authors.AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancel),
            Older = older && rows.Count > 0 ? filter.Address(before: rows[^1].Place.ToString()) : null,
            Newer = newer && rows.Count > 0 ? filter.Address(after: rows[0].Place.ToString()) : null,
        };
    }

    private static async Task<(List<StoryRow> Rows, bool Older, bool Newer)> DownFromAsync(IQueryable<Article> stories, Cursor? from, CancellationToken cancel)
    {
        if (from is { } place)
        {
            stories = stories.Where(a => a.Draft.ChangedUtc <= place.Utc && (a.Draft.ChangedUtc < place.Utc || a.Draft.ArticleId < place.Id));
        }

        var rows = await stories.LatestFirst().Take(PageSize + 1).AsRows().ToListAsync(cancel);
        return (rows.GetRange(0, Math.Min(PageSize, rows.Count)), rows.Count > PageSize, from is not null);
    }

    private static async Task<(List<StoryRow> Rows, bool Older, bool Newer)> UpFromAsync(IQueryable<Article> stories, Cursor from, CancellationToken cancel)
    {
        var rows = await stories
            .Where(a => a.Draft.ChangedUtc >= from.Utc && (a.Draft.ChangedUtc > from.Utc || a.Draft.ArticleId > from.Id))
            .OrderBy(a => a.Draft.ChangedUtc).ThenBy(a => a.Draft.ArticleId).Take(PageSize + 1).AsRows().ToListAsync(cancel);
        var more = rows.Count > PageSize;
        rows = rows.GetRange(0, Math.Min(PageSize, rows.Count));
        rows.Reverse();
        return (rows, true, more);
    }
}
