using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;

namespace NewsPortal.Feeds;

/// <summary>The newest stories of a list, for machines.</summary>
public sealed class StoryFeed
{
    public const int Length = 30;

    private StoryFeed(Channel channel, List<StoryCard> stories) => (Channel, Stories) = (channel, stories);

    public Channel Channel { get; }

    public IReadOnlyList<StoryCard> Stories { get; }

    /// <summary>Names of a story's tags, by its id.</summary>
    public required ILookup<int, string> Tags { get; init; }

    /// <summary>When one of the stories was last changed; null in an empty feed.</summary>
    public DateTime? BuiltUtc => Stories.Count == 0 ? null : Stories.Max(story => story.ModifiedUtc);

    /// <summary>
    /// When anything last happened that a feed may print. A withdrawal or a section's new name leaves no trace among the
    /// stories, so their own times could not tell a reader of them.
    /// </summary>
    public required DateTime? ChangedUtc { get; init; }

    public static async Task<StoryFeed> ReadAsync(NewsDb db, Channel channel, IQueryable<ListedStory> stories, CancellationToken cancel)
    {
        var changed = await db.Changes.InFeeds().OrderByDescending(c => c.Seq).Select(c => (DateTime?)c.AtUtc).FirstOrDefaultAsync(cancel);
        var cards = await stories.NewestFirst().Take(Length).AsCards().ToListAsync(cancel);
        await db.NameAuthorsAsync(cards, cancel);
        return new StoryFeed(channel, cards) { Tags = await TagsAsync(db, cards, cancel), ChangedUtc = changed };
    }

    private static async Task<ILookup<int, string>> TagsAsync(NewsDb db, List<StoryCard> cards, CancellationToken cancel)
    {
        var ids = cards.ConvertAll(card => card.Id);
        var tags = ids.Count == 0 ? []
            : await db.ArticleTags.Where(t => ids.Contains(t.ArticleId)).OrderBy(t => t.Position)
                .Select(t => new { t.ArticleId, t.Tag!.Name }).ToListAsync(cancel);
        return tags.ToLookup(tag => tag.ArticleId, tag => tag.Name);
    }
}
