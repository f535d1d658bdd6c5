using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;

namespace NewsPortal.Feeds;

/// <summary>Which feeds say something else after changes of stories. A feed is named by its path.</summary>
internal sealed class TouchedFeeds(NewsDb db)
{
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancel)
    {
        string[] lists =
        [
            "/",
            .. await db.Sections.OrderBy(s => s.Id).Select(s => "/" + s.Slug).ToListAsync(cancel),
            .. await db.Tags.OrderBy(t => t.Id).Select(t => "/tag/" + t.Slug).ToListAsync(cancel),
            .. await db.Authors.OrderBy(a => a.Id).Select(a => "/author/" + a.Slug).ToListAsync(cancel),
        ];
        return [.. lists.Select(Channel.FeedOf)];
    }

    /// <summary>Those whose newest stories were changed, or are no longer there.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        List<string> touched = [];
        foreach (var (list, newest) in await ListsAsync(changes.Where(IsOfArticle).ToLookup(change => change.Subject), cancel))
        {
            if (await FindAsync(list, cancel) is var (path, stories) && await ReachesAsync(stories, newest, cancel))
            {
                touched.Add(Channel.FeedOf(path));
            }
        }

        return touched;
    }

    /// <summary>The lists on which the stories are, or were, with the publication time of the newest of these stories.</summary>
    private async Task<SortedDictionary<string, DateTime>> ListsAsync(ILookup<string, Change> changes, CancellationToken cancel)
    {
        var newest = new SortedDictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var story in await StoriesAsync([.. changes.Select(change => IdIn(change.Key))], cancel))
        {
            var left = changes[CacheTag.Story(story.Id)].SelectMany(change => change.Touched).Select(CacheTag.ListLeft).OfType<string>();
            foreach (var list in story.Lists.Concat(left))
            {
                newest[list] = newest.TryGetValue(list, out var known) && known > story.PublishedUtc ? known : story.PublishedUtc;
            }
        }

        return newest;
    }

    private async Task<List<Known>> StoriesAsync(List<int> ids, CancellationToken cancel)
    {
        var stories = await db.Articles.Where(a => ids.Contains(a.Id) && a.Kind == ArticleKind.Story && a.PublishedUtc != null).OrderBy(a => a.Id)
            .Select(a => new { a.Id, Utc = a.PublishedUtc!.Value, a.SectionId }).ToListAsync(cancel);
        var authors = (await db.Bylines.Where(line => ids.Contains(line.ArticleId)).Select(line => new { line.ArticleId, line.AuthorId }).ToListAsync(cancel))
            .ToLookup(line => line.ArticleId, line => line.AuthorId);
        var topics = (await db.ArticleTags.Where(tag => ids.Contains(tag.ArticleId)).Select(tag => new { tag.ArticleId, tag.TagId }).ToListAsync(cancel))
            .ToLookup(tag => tag.ArticleId, tag => tag.TagId);
        return stories.ConvertAll(story => new Known(story.Id, story.Utc, story.SectionId, authors[story.Id], topics[story.Id]));
    }

    /// <returns>Null when the list has no feed.</returns>
    private async Task<(string Path, IQueryable<ListedStory> Stories)?> FindAsync(string list, CancellationToken cancel)
    {
        if (list == CacheTag.Archive)
        {
            return ("/", db.Articles.Placed());
        }

        var id = IdIn(list);
        return list == CacheTag.Section(id) ? At("/", await SlugAsync(db.Sections.Where(s => s.Id == id).Select(s => s.Slug)), db.Articles.Where(a => a.SectionId == id).Placed())
            : list == CacheTag.Topic(id) ? At("/tag/", await SlugAsync(db.Tags.Where(t => t.Id == id).Select(t => t.Slug)), db.ArticleTags.Where(t => t.TagId == id).Placed())
            : list == CacheTag.Author(id) ? At("/author/", await SlugAsync(db.Authors.Where(a => a.Id == id).Select(a => a.Slug)), db.Bylines.Where(b => b.AuthorId == id).Placed())
            : null;

        Task<string?> SlugAsync(IQueryable<string> slug) => slug.FirstOrDefaultAsync(cancel);
    }

    private static (string, IQueryable<ListedStory>)? At(string start, string? slug, IQueryable<ListedStory> stories)
        => slug is null ? null : (start + slug, stories);

    /// <summary>Whether a feed of the list goes back, or went back, as far as that.</summary>
    private static async Task<bool> ReachesAsync(IQueryable<ListedStory> stories, DateTime utc, CancellationToken cancel)
        => await stories.NewestFirst().Skip(StoryFeed.Length - 1).Select(s => (DateTime?)s.Utc).FirstOrDefaultAsync(cancel) is not { } last || utc >= last;

    private static bool IsOfArticle(Change change) => change.Kind is ChangeKind.Published or ChangeKind.Updated or ChangeKind.Withdrawn;

    private static int IdIn(string tag)
        => int.TryParse(tag.AsSpan(tag.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>A story as it is by now. One that was withdrawn keeps its section, topics and authors.</summary>
    private sealed record Known(int Id, DateTime PublishedUtc, int? SectionId, IEnumerable<int> Authors, IEnumerable<int> Topics)
    {
        public IEnumerable<string> Lists =>
        [
            CacheTag.Archive,
            CacheTag.Section(SectionId ?? 0),
            .. Authors.Select(CacheTag.Author),
            .. Topics.Select(CacheTag.Topic),
        ];
    }
}
