using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Search;

/// <summary>
/// Looks for folded words in folded texts, from the newest story on until a page is full. Needs nothing of the engine
/// but its substring search, and its cost grows with the rarity of the words.
/// </summary>
public sealed class FoldedSearch(NewsDb db, StoryLists lists) : IStorySearch
{
    private const int MostTopics = 6;

    public async Task<FoundStories?> FindAsync(SearchQuestion question, PageTurn turn, CancellationToken cancel)
    {
        if (await lists.ReadAsync(Matches(question).Placed(), [], turn, cancel) is not { } stories)
        {
            return null;
        }

        var bodies = await BodiesAsync(stories.Stories, question.Query, cancel);
        return new FoundStories(stories, bodies, turn.IsFirst ? await TopicsAsync(question.Query, cancel) : []);
    }

    // Contains, and not LIKE of our own: it escapes what each engine would take for a wildcard.
    private IQueryable<Article> Matches(SearchQuestion question)
    {
        IQueryable<Article> articles = db.Articles;
        if (question.SectionId is { } section)
        {
            articles = articles.Where(a => a.SectionId == section);
        }

        if (question.SinceUtc is { } since)
        {
            articles = articles.Where(a => a.PublishedUtc >= since);
        }

        foreach (var term in question.Query.Terms)
        {
            var needle = term.Needle;
            articles = term.IsExcluded
                ? articles.Where(a => !a.SearchText.Contains(needle))
                : articles.Where(a => a.SearchText.Contains(needle));
        }

        return articles;
    }

    private async Task<IReadOnlyDictionary<int, string>> BodiesAsync(IReadOnlyList<StoryCard> stories, SearchQuery query, CancellationToken cancel)
    {
        var unexplained = stories.Where(story => !Explains(story, query)).Select(story => story.Id).ToList();
        var bodies = unexplained.Count == 0 ? []
            : await db.Articles.Where(a => unexplained.Contains(a.Id)).Select(a => new { a.Id, a.BodyHtml }).ToListAsync(cancel);
        return bodies.ToDictionary(body => body.Id, body => StoredText.Of(body.BodyHtml));
    }

    private static bool Explains(StoryCard story, SearchQuery query)
    {
        var shown = SearchText.Of(story.Headline, story.Standfirst, "");
        return query.Wanted.All(term => shown.Contains(term.Needle, StringComparison.Ordinal));
    }

    private Task<List<TagLink>> TopicsAsync(SearchQuery query, CancellationToken cancel)
    {
        var named = query.Wanted.Select(term => "-" + Slug.Of(term.Folded))
            .Select(slug => db.Tags.Where(t => ("-" + t.Slug).Contains(slug)))
            .Aggregate((some, more) => some.Union(more));
        return named.Where(t => db.ArticleTags.Any(on => on.TagId == t.Id && on.ListedUtc != null))
            .OrderBy(t => t.Slug).Take(MostTopics).Select(t => new TagLink(t.Slug, t.Name)).ToListAsync(cancel);
    }
}
