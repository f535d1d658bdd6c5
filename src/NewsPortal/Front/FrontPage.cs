using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Front;

/// <summary>Chooses what stands on the front page. Four statements of its own, however many sections there are.</summary>
public sealed class FrontPage(NewsDb db, Navigation navigation, OnAir onAir, PageBasis basis, Site site, TimeProvider clock)
{
    private const int Newest = 40;
    private const int PerSection = 6;
    private const int PerKind = 4;
    private const int MostBlocks = 12;
    private static readonly TimeSpan DiscussedWithin = TimeSpan.FromDays(7);

    public async Task<FrontLayout> ReadAsync(CancellationToken cancel)
    {
        var sections = (await navigation.ReadAsync(cancel)).Sections;
        var flashes = await onAir.ReadAsync(cancel);
        var stories = new FrontStories(await CandidatesAsync(sections, flashes, cancel), await DiscussedAsync(cancel), site.Language);
        var related = FrontLayout.PickLead(stories) is { } lead ? await RelatedAsync(lead.Id, cancel) : [];
        var layout = FrontLayout.Compose(stories, related, sections, flashes);
        await db.NameAuthorsAsync(layout.Bylined, cancel);
        RestOn(layout, stories);
        return layout;
    }

    private void RestOn(FrontLayout layout, FrontStories stories)
    {
        basis.RestsOn(CacheTag.Front);
        basis.Shows(layout.Shown);
        basis.Counts(layout.Counted);
        // A block that is not full has them all, unless there were more than it could choose from.
        int? last = layout.HasRoomToDiscuss ? (stories.MostDiscussed.Count < Newest ? null : stories.MostDiscussed[^1].CommentCount)
            : layout.Discussed[^1].CommentCount;
        basis.Ranks(layout.Discussed, last, CacheTag.Discussed, DiscussedWithin);
    }

    // Only ids are gathered here, each list from its own index; the stories themselves are read once, whatever lists them.
    private Task<List<StoryCard>> CandidatesAsync(
        IReadOnlyList<SectionLink> sections, IReadOnlyList<FlashLine> flashes, CancellationToken cancel)
    {
        var listed = db.Articles.Listed();
        var ids = Ids(listed, Newest)
            .Concat(Ids(listed.Where(a => a.Pinned), 1))
            .Concat(Ids(listed.Where(a => a.WorkType == WorkType.Opinion), PerKind));
        foreach (var section in sections.Take(MostBlocks))
        {
            ids = ids.Concat(Ids(listed.Where(a => a.SectionId == section.Id), PerSection));
        }

        var running = flashes.Where(flash => flash.StoryId is not null).Select(flash => flash.StoryId!.Value).ToList();
        return listed.Where(a => ids.Contains(a.Id) || running.Contains(a.Id))
            .OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).AsCards().ToListAsync(cancel);
    }

    private Task<List<StoryCard>> DiscussedAsync(CancellationToken cancel)
        => db.Articles.Listed().MostDiscussed(clock.GetUtcNow().UtcDateTime - DiscussedWithin).Take(Newest).AsCards().ToListAsync(cancel);

    private Task<List<StoryCard>> RelatedAsync(int lead, CancellationToken cancel) => db.Articles.Listed()
        .Where(a => db.RelatedStories.Any(r => r.ArticleId == lead && r.RelatedId == a.Id))
        .OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).AsCards().ToListAsync(cancel);

    private static IQueryable<int> Ids(IQueryable<Article> stories, int count)
        => stories.OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).Take(count).Select(a => a.Id);
}
