using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Front;

/// <summary>Chooses what stands on the front page. Four statements of its own, however many sections there are.</summary>
public sealed class FrontPage(NewsDb db, Navigation navigation, OnAir onAir, PageBasis basis, FrontCandidates candidates)
{
    private static readonly CompiledQuery<int, StoryCard> RelatedTo = new((db, lead) =>
    {
        var related = db.RelatedStories.Listed().Where(r => r.ArticleId == lead.Value).Select(r => r.RelatedId);
        return db.Articles.Where(a => related.Contains(a.Id)).OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).AsCards();
    });

    public async Task<FrontLayout> ReadAsync(CancellationToken cancel)
    {
        var sections = (await navigation.ReadAsync(cancel)).Sections;
        var flashes = await onAir.ReadAsync(cancel);
        var stories = await candidates.ReadAsync(db, sections, cancel);
        var related = FrontLayout.PickLead(stories) is { } lead ? await RelatedTo.Ask(db, lead.Id).ToListAsync(cancel) : [];
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
        int? last = layout.HasRoomToDiscuss
            ? (stories.Discussable.Count < FrontCandidates.MostToDiscuss ? null : stories.Discussable[^1].CommentCount)
            : layout.Discussed[^1].CommentCount;
        basis.Ranks(layout.Discussed, last, CacheTag.Discussed, MostDiscussed.OnFront);
    }
}
