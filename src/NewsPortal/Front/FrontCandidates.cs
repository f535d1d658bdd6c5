using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Front;

/// <summary>Reads what could stand on the front page, in two statements however many sections there are.</summary>
public sealed class FrontCandidates(Site site, TimeProvider clock)
{
    public const int MostToDiscuss = 40;

    private const int Newest = 40;
    private const int PerSection = 6;
    private const int PerKind = 4;
    private const int MostBlocks = 12;

    private static readonly CompiledQuery<DateTime, StoryCard> Discussed = new((db, since) => db.Articles.Listed()
        .Where(a => a.PublishedUtc > since.Value).MostDiscussed().Take(MostToDiscuss).AsCards());

    private SectionLists? lists;

    public async Task<FrontStories> ReadAsync(NewsDb db, IReadOnlyList<SectionLink> sections, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var all = await Lists([.. sections.Take(MostBlocks).Select(section => section.Id)]).Ask(db, now).ToListAsync(cancel);
        return new FrontStories(all, await Discussed.Ask(db, now - MostDiscussed.OnFront).ToListAsync(cancel), site.Language);
    }

    // The query has a part for each section, and sections come and go a few times a year.
    private CompiledQuery<DateTime, StoryCard> Lists(IReadOnlyList<int> sections)
    {
        if (lists is { } known && known.Sections.SequenceEqual(sections))
        {
            return known.Query;
        }

        var query = new CompiledQuery<DateTime, StoryCard>((db, now) => Candidates(db, sections, now));
        lists = new SectionLists(sections, query);
        return query;
    }

    // Only ids are gathered here, each list from its own index; the stories themselves are read once, whatever lists them.
    private static IQueryable<StoryCard> Candidates(NewsDb db, IReadOnlyList<int> sections, Asked<DateTime> now)
    {
        var listed = db.Articles.Listed();
        var ids = Ids(listed, Newest)
            .Concat(Ids(listed.Where(a => a.Pinned), 1))
            .Concat(Ids(listed.Where(a => a.WorkType == WorkType.Opinion), PerKind))
            .Concat(db.Flashes.Where(f => f.EndsUtc > now.Value && f.Article!.Kind == ArticleKind.Story && f.Article.State == ArticleState.Published)
                .Select(f => f.ArticleId!.Value));
        foreach (var section in sections)
        {
            ids = ids.Concat(Ids(listed.Where(a => a.SectionId == section), PerSection));
        }

        // All of them are listed; asked for again here, the database would walk through every story that is.
        return db.Articles.Where(a => ids.Contains(a.Id)).OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).AsCards();
    }

    private static IQueryable<int> Ids(IQueryable<Article> stories, int count)
        => stories.OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).Take(count).Select(a => a.Id);

    private sealed record SectionLists(IReadOnlyList<int> Sections, CompiledQuery<DateTime, StoryCard> Query);
}
