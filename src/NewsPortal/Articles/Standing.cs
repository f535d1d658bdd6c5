using System.Text.Json;
using NewsPortal.Changes;

namespace NewsPortal.Articles;

/// <summary>
/// How the rest of the paper knows an article: where it stands, which lists it is on, what its card says. That of before
/// a move and that of after it tell which pages the move makes old, apart from the article's own.
/// </summary>
internal sealed record Standing
{
    /// <summary>Null while readers cannot open it.</summary>
    public (string Slug, int? SectionId, string? Language)? Address { get; private init; }

    /// <summary>All that a card prints, and all that decides which cards stand beside it.</summary>
    public string? Card { get; private init; }

    /// <summary>All that decides where on the front page a story may stand.</summary>
    public (int? SectionId, string? Language, WorkType WorkType, bool Pinned, int? PhotoId)? Place { get; private init; }

    /// <summary>As it stands at the foot of every page; null when it does not.</summary>
    public (string Headline, string Slug, string? Language)? Link { get; private init; }

    public IReadOnlyList<string> Lists { get; private init; } = [];

    public static Standing Of(Article article)
    {
        if (article.State != ArticleState.Published)
        {
            return new Standing();
        }

        var known = new Standing { Address = (article.Slug, article.SectionId, article.Language), Card = CardOf(article) };
        return article.Kind == ArticleKind.Page
            ? known with { Link = article.Pinned ? (article.FrontHeadline ?? article.Headline, article.Slug, article.Language) : null }
            : known with { Place = PlaceOf(article), Lists = [.. ListsOf(article)] };
    }

    /// <summary>Tags of what is not as it was; those of the article itself by its id.</summary>
    /// <param name="id">The article's.</param>
    /// <param name="before">What the paper knew.</param>
    /// <param name="isNewest">Whether it enters lists at their newest end.</param>
    public IEnumerable<string> Since(Standing before, int id, bool isNewest)
    {
        string?[] touched =
        [
            Card == before.Card ? null : CacheTag.Card(id),
            Address == before.Address ? null : CacheTag.Address(id),
            Place == before.Place ? null : CacheTag.Front,
            Link == before.Link ? null : CacheTag.Navigation,
        ];
        // A list that it leaves is old where it showed the card.
        var entered = Lists.Except(before.Lists);
        return touched.OfType<string>().Concat(isNewest ? entered : entered.SelectMany(list => new[] { list, CacheTag.Past(list) }));
    }

    private static (int?, string?, WorkType, bool, int?) PlaceOf(Article story)
        => (story.SectionId, story.Language, story.WorkType, story.Pinned, story.LeadPhotoId);

    private static string CardOf(Article article) => JsonSerializer.Serialize(new object?[]
    {
        article.Headline, article.FrontHeadline, article.Standfirst, article.Kicker, article.Slug, article.Language,
        article.SectionId, article.WorkType, article.LastMinute,
        article.LeadPhotoId, article.LeadAlt, article.LeadCaption, article.LeadCredit, article.LeadDecorative,
        article.Bylines.Select(line => line.AuthorId), article.Tags.Select(tag => tag.TagId).Order(), article.Related.Select(story => story.RelatedId).Order(),
    });

    private static IEnumerable<string> ListsOf(Article story)
    {
        var published = story.PublishedUtc!.Value;
        IEnumerable<string> calendar = [CacheTag.Archive, CacheTag.Year(published), CacheTag.Month(published), CacheTag.Day(published)];
        return (story.SectionId is { } section ? [CacheTag.Section(section)] : Array.Empty<string>())
            .Concat(story.Bylines.Select(line => CacheTag.Author(line.AuthorId)))
            .Concat(story.Tags.Select(tag => CacheTag.Topic(tag.TagId)))
            .Concat(story.LastMinute ? [CacheTag.LastMinute] : [])
            .Concat(calendar);
    }
}
