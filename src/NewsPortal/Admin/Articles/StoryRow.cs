using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>A story as the desk's lists print it: no text of it is read.</summary>
public sealed class StoryRow
{
    public required int Id { get; init; }

    /// <summary>Of its draft.</summary>
    public required int Version { get; init; }

    public required string Headline { get; init; }

    public required ArticleState Item { get; init; }

    public required DraftState Draft { get; init; }

    public int? SectionId { get; init; }

    public string? SectionName { get; set; }

    public required DateTime ChangedUtc { get; init; }

    public required string StartedBy { get; init; }

    public required int WordCount { get; init; }

    public string? Note { get; init; }

    public DateTime? DueUtc { get; init; }

    /// <summary>Those under the headline; who started it while it has not been published.</summary>
    public string By { get; set; } = "";

    public StoryStatus Status => StoryStatus.Of(Item, Draft);

    public Cursor Place => new(ChangedUtc, Id);
}

public static class StoryRows
{
    // The time that every draft has turns the outer join to it into an inner one, so that SQLite may walk the draft's index.
    public static IQueryable<Article> LatestFirst(this IQueryable<Article> stories)
        => stories.Where(a => a.Draft.ChangedUtc > DateTime.UnixEpoch).OrderByDescending(a => a.Draft.ChangedUtc).ThenByDescending(a => a.Draft.ArticleId);

    public static IQueryable<StoryRow> AsRows(this IQueryable<Article> stories) => stories.AsNoTracking().Select(a => new StoryRow
    {
        Id = a.Id,
        Version = a.Draft.Version,
        Headline = a.Draft.Headline,
        Item = a.Draft.ItemState,
        Draft = a.Draft.State,
        SectionId = a.Draft.SectionId,
        ChangedUtc = a.Draft.ChangedUtc,
        StartedBy = a.StartedBy,
        WordCount = a.Draft.WordCount,
        Note = a.Draft.Note,
        DueUtc = a.Schedules.Where(s => s.ClaimedUtc == null).Min(s => (DateTime?)s.DueUtc),
    });

    /// <summary>Names sections and authors of all the rows, in two statements.</summary>
    public static async Task<List<StoryRow>> NamedAsync(this NewsDb db, List<StoryRow> rows, CancellationToken cancel)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var sections = await db.Sections.ToDictionaryAsync(section => section.Id, section => section.Name, cancel);
        var lines = (await db.Bylines.Where(line => ids.Contains(line.ArticleId)).OrderBy(line => line.Position)
            .Select(line => new { line.ArticleId, line.Author!.Name }).ToListAsync(cancel)).ToLookup(line => line.ArticleId, line => line.Name);
        foreach (var row in rows)
        {
            row.SectionName = row.SectionId is { } section ? sections.GetValueOrDefault(section) : null;
            row.By = lines.Contains(row.Id) ? string.Join(", ", lines[row.Id]) : row.StartedBy;
        }

        return rows;
    }
}
