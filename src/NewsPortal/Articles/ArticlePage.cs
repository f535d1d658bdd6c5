using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Articles;

/// <summary>Everything a story's page prints. At most five statements; the bar above it is the sixth.</summary>
public sealed class ArticlePage
{
    private const int WordsPerMinute = 220;
    private const int NextStories = 10;
    private const int CardStories = 4;

    private static readonly CompiledQuery<int, Article> Face = new((db, id) => db.Articles.AsNoTracking()
        .Where(a => a.Id == id.Value && (a.State == ArticleState.Published || a.State == ArticleState.Withdrawn))
        .Include(a => a.Section)
        .Include(a => a.LeadPhoto)
        .Include(a => a.SocialPhoto)
        .Include(a => a.Corrections.OrderBy(c => c.AtUtc))
        .Include(a => a.Related)
        .Include(a => a.Coverage)
        .AsSingleQuery());

    // In one statement with the face, the bylines of all stories would be joined to their authors first.
    private static readonly CompiledQuery<int, Byline> BylinesOf = new((db, id) => db.Bylines.AsNoTracking()
        .Where(line => line.ArticleId == id.Value).OrderBy(line => line.Position).Include(line => line.Author));

    private static readonly CompiledQuery<int, TagLink> TagsOf = new((db, id) => db.ArticleTags
        .Where(t => t.ArticleId == id.Value).OrderBy(t => t.Position)
        .Select(t => new TagLink(t.Tag!.Slug, t.Tag.Name)));

    private static readonly CompiledQuery<int, int?, StoryCard> ReadOn = new((db, id, section) =>
    {
        // What is listed is said of the numbers: said of the stories, the database would walk through all that are.
        var chosen = db.RelatedStories.Listed().Where(r => r.ArticleId == id.Value).Select(r => r.RelatedId);
        var next = db.Articles.Listed().Where(a => a.SectionId == section.Value && a.Id != id.Value)
            .OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).Take(NextStories).Select(a => a.Id);
        return db.Articles.Where(a => chosen.Concat(next).Contains(a.Id))
            .OrderByDescending(a => a.PublishedUtc).ThenByDescending(a => a.Id).AsCards();
    });

    private ArticlePage(Article article) => Article = article;

    public Article Article { get; }

    public IReadOnlyList<TagLink> Tags { get; private init; } = [];

    /// <summary>Chosen by the editor.</summary>
    public IReadOnlyList<StoryCard> Related { get; private init; } = [];

    /// <summary>The newest of the same section.</summary>
    public IReadOnlyList<StoryCard> Next { get; private init; } = [];

    /// <summary>The part of <see cref="Next"/> that stands below the text, drawn as cards.</summary>
    public IReadOnlyList<StoryCard> More => [.. Next.Take(CardStories)];

    /// <summary>The part of <see cref="Next"/> that stands beside the text, as a log.</summary>
    public IReadOnlyList<StoryCard> Latest => [.. Next.Skip(CardStories)];

    public CommentThreads Comments { get; private init; } = CommentThreads.None;

    /// <summary>What whoever reads this wrote themselves and others do not see. Never on a page that is stored.</summary>
    public IReadOnlyList<OwnComment> Mine { get; set; } = [];

    /// <summary>A page of one reader who is signed in; never one that is stored.</summary>
    public bool IsMembers { get; set; }

    public string Url => StoryAddress.Of(Article.Section?.Slug, Article.Slug, Article.Id);

    /// <summary>0 when there is nothing to read, as under a picture that says it all.</summary>
    public int MinutesToRead => Article.WordCount == 0 ? 0 : Math.Max(1, (Article.WordCount + (WordsPerMinute / 2)) / WordsPerMinute);

    public string? Language => Article.Language ?? Article.Section?.Language;

    /// <summary>"Photographs, in Tolm"; for a reporter at home, what they are at the paper.</summary>
    public static string? RoleOf(Byline line, Words words)
    {
        var role = line.Role == BylineRole.Reporter ? null : words[$"byline.{line.Role}"];
        var place = string.IsNullOrEmpty(line.Place) ? null : words["byline.in", line.Place];
        return (role, place) switch
        {
            (null, null) => line.Author?.JobTitle,
            (null, _) => place,
            (_, null) => role,
            _ => $"{role}, {place}",
        };
    }

    /// <summary>The face of a published or withdrawn article, with its bylines and corrections; null when there is none.</summary>
    public static async Task<Article?> FindAsync(NewsDb db, int id, CancellationToken cancel)
    {
        var article = await Face.Ask(db, id).FirstOrDefaultAsync(cancel);
        article?.Bylines.AddRange(await BylinesOf.Ask(db, id).ToListAsync(cancel));
        return article;
    }

    public static async Task<ArticlePage> ReadAsync(NewsDb db, Article article, CancellationToken cancel)
    {
        var (related, next) = await ReadOnAsync(db, article, cancel);
        return new ArticlePage(article)
        {
            Tags = await TagsOf.Ask(db, article.Id).ToListAsync(cancel),
            Related = related,
            Next = next,
            Comments = await CommentThreads.ReadAsync(db, article, ThreadsAsk.First, cancel),
        };
    }

    private static async Task<(List<StoryCard> Related, List<StoryCard> Next)> ReadOnAsync(NewsDb db, Article article, CancellationToken cancel)
    {
        var cards = await ReadOn.Ask(db, article.Id, article.SectionId).ToListAsync(cancel);
        var places = article.Related.ToDictionary(r => r.RelatedId, r => r.Position);
        var chosen = cards.Where(card => places.ContainsKey(card.Id)).OrderBy(card => places[card.Id]).ToList();
        return (chosen, cards.Except(chosen).ToList());
    }
}

public sealed record TagLink(string Slug, string Name);
