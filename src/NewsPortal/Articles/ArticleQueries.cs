using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Articles;

public static class ArticleQueries
{
    private static readonly CompiledQuery<List<int>, AuthorLine> AuthorLines = new((db, ids) => db.Bylines
        .Where(line => ids.Value.Contains(line.ArticleId)).OrderBy(line => line.Position)
        .Select(line => new AuthorLine(line.ArticleId, new CardAuthor(line.AuthorId, line.Author!.Slug, line.Author.Name, line.Role))));

    /// <summary>With everything that its verbs need: the draft, the parts of the face, and what is planned.</summary>
    public static IQueryable<Article> Whole(this IQueryable<Article> articles) => articles
        .Include(a => a.Draft).Include(a => a.Bylines).Include(a => a.Tags).Include(a => a.Related)
        .Include(a => a.Schedules.Where(s => s.ClaimedUtc == null)).AsSplitQuery();

    /// <summary>What readers may see.</summary>
    public static IQueryable<Article> Published(this IQueryable<Article> articles)
        => articles.Where(a => a.State == ArticleState.Published);

    /// <summary>What belongs on lists: published stories, no standing pages.</summary>
    public static IQueryable<Article> Listed(this IQueryable<Article> articles)
        => articles.Where(a => a.Kind == ArticleKind.Story && a.State == ArticleState.Published);

    /// <summary>Those that lead to a listed story.</summary>
    public static IQueryable<RelatedStory> Listed(this IQueryable<RelatedStory> related)
        => related.Where(r => r.To!.Kind == ArticleKind.Story && r.To.State == ArticleState.Published);

    /// <summary>Every story of the paper, placed by its publication.</summary>
    public static IQueryable<ListedStory> Placed(this IQueryable<Article> articles)
        => articles.Listed().Select(a => new ListedStory { Utc = a.PublishedUtc!.Value, Id = a.Id, Story = a });

    /// <summary>The stories under a tag, read from the tag's own index.</summary>
    public static IQueryable<ListedStory> Placed(this IQueryable<ArticleTag> tags)
        => tags.Where(t => t.ListedUtc != null)
            .Select(t => new ListedStory { Utc = t.ListedUtc!.Value, Id = t.ArticleId, Story = t.Article! });

    /// <summary>The stories of an author, read from the author's own index.</summary>
    public static IQueryable<ListedStory> Placed(this IQueryable<Byline> bylines)
        => bylines.Where(b => b.ListedUtc != null)
            .Select(b => new ListedStory { Utc = b.ListedUtc!.Value, Id = b.ArticleId, Story = b.Article! });

    /// <summary>Those that have comments, by their number.</summary>
    public static IQueryable<Article> MostDiscussed(this IQueryable<Article> stories)
        => stories.Where(a => a.CommentCount > 0)
            .OrderByDescending(a => a.CommentCount).ThenByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id);

    public static IQueryable<ListedStory> NewestFirst(this IQueryable<ListedStory> stories)
        => stories.OrderByDescending(s => s.Utc).ThenByDescending(s => s.Id);

    // The first comparison alone bounds the index scan; the second only settles equal times.
    public static IQueryable<ListedStory> Before(this IQueryable<ListedStory> stories, Cursor place)
        => stories.Where(s => s.Utc <= place.Utc && (s.Utc < place.Utc || s.Id < place.Id));

    public static IQueryable<ListedStory> After(this IQueryable<ListedStory> stories, Cursor place)
        => stories.Where(s => s.Utc >= place.Utc && (s.Utc > place.Utc || s.Id > place.Id));

    public static IQueryable<StoryCard> AsCards(this IQueryable<ListedStory> stories) => stories.Select(s => s.Story).AsCards();

    public static IQueryable<StoryCard> AsCards(this IQueryable<Article> articles)
        => articles.AsNoTracking().Select(a => new StoryCard
        {
            Id = a.Id,
            Slug = a.Slug,
            Headline = a.FrontHeadline ?? a.Headline,
            Kicker = a.Kicker,
            Standfirst = a.Standfirst,
            WorkType = a.WorkType,
            LastMinute = a.LastMinute,
            Pinned = a.Pinned,
            IsLive = a.Coverage != null && a.Coverage.ClosedUtc == null,
            Language = a.Language ?? a.Section!.Language,
            SectionId = a.SectionId,
            SectionSlug = a.Section!.Slug,
            SectionName = a.Section!.Name,
            PublishedUtc = a.PublishedUtc!.Value,
            ModifiedUtc = a.ModifiedUtc,
            CommentCount = a.CommentCount,
            Photo = a.LeadPhoto,
            LeadAlt = a.LeadAlt,
            LeadDecorative = a.LeadDecorative,
            LeadCaption = a.LeadCaption,
            LeadCredit = a.LeadCredit,
        });

    /// <summary>Names the authors of all the cards in one statement.</summary>
    public static async Task NameAuthorsAsync(this NewsDb db, IReadOnlyCollection<StoryCard> cards, CancellationToken cancel)
    {
        var ids = cards.Select(card => card.Id).Distinct().ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var lines = await AuthorLines.Ask(db, ids).ToListAsync(cancel);
        var byStory = lines.ToLookup(line => line.ArticleId, line => line.Author);
        foreach (var card in cards)
        {
            card.Authors = [.. byStory[card.Id]];
        }
    }

    private sealed record AuthorLine(int ArticleId, CardAuthor Author);
}
