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

    /// <summary>All that is printed of it elsewhere.</summary>
    public string? Card { get; private init; }

    /// <summary>All that decides where on the front page a story may stand, and with which others.</summary>
    public string? Place { get; private init; }

    /// <summary>All that a search looks through.</summary>
    public (int? SectionId, string Text, string TopicIds)? Words { get; private init; }

    /// <summary>What is said of commenting on it.</summary>
    public CommentsMode? Talk { get; private init; }

    /// <summary>As it stands at the foot of every page; null when it does not.</summary>
    public (string Headline, string Slug, string? Language)? Link { get; private init; }

    /// <summary>Tags of the lists that it is on for as long as it is in its section and out.</summary>
    public IReadOnlyList<string> Lists { get; private init; } = [];

    /// <summary>Tags of the lists that it is on for reasons of their own.</summary>
    public IReadOnlyList<string> OtherLists { get; private init; } = [];

    public static Standing Of(Article article)
    {
        if (article.State != ArticleState.Published)
        {
            return new Standing();
        }

        var known = new Standing { Address = (article.Slug, article.SectionId, article.Language), Card = CardOf(article) };
        return article.Kind == ArticleKind.Page
            ? known with { Link = article.Pinned ? (article.FrontHeadline ?? article.Headline, article.Slug, article.Language) : null }
            : known with
            {
                Place = PlaceOf(article),
                Talk = article.CommentsMode,
                Words = (article.SectionId, article.SearchText, string.Join(' ', article.Tags.Select(tag => tag.TagId).Order())),
                Lists = [.. ListsOf(article)],
                OtherLists = [.. OtherListsOf(article)],
            };
    }

    /// <summary>Tags of what is not as it was; those of the article itself by its id.</summary>
    /// <param name="before">What the paper knew.</param>
    /// <param name="id">The article's.</param>
    /// <param name="isNewest">Whether it enters lists at their newest end.</param>
    public IEnumerable<string> Since(Standing before, int id, bool isNewest)
    {
        string?[] touched =
        [
            Card == before.Card ? null : CacheTag.Card(id),
            Address == before.Address ? null : CacheTag.Address(id),
            Place == before.Place ? null : CacheTag.Front,
            Words == before.Words ? null : CacheTag.Search,
            Link == before.Link ? null : CacheTag.Navigation,
            before.Talk is null || Talk is null || Talk == before.Talk ? null : CacheTag.Talk(id),
        ];
        return touched.OfType<string>()
            .Concat(ListsSince(before).SelectMany(list => isNewest ? [list] : new[] { list, CacheTag.Past(list) }))
            .Concat(ListsLeft(before).Select(CacheTag.Left));
    }

    // Pages that showed a story which is gone, or in another section, rest on its card.
    private IEnumerable<string> ListsSince(Standing before)
    {
        var left = Address is null ? [] : before.OtherLists.Except(OtherLists);
        return Lists.Except(before.Lists).Concat(OtherLists.Except(before.OtherLists)).Concat(left);
    }

    // Of a story that is gone it can still be told where it stood.
    private IEnumerable<string> ListsLeft(Standing before)
        => Address is null ? [] : before.Lists.Except(Lists).Concat(before.OtherLists.Except(OtherLists));

    private static string CardOf(Article article) => JsonSerializer.Serialize(new object?[]
    {
        article.Headline, article.FrontHeadline, article.Standfirst, article.Kicker, article.Slug, article.SectionId, article.Language, article.WorkType,
        article.LeadPhotoId, article.LeadAlt, article.LeadCaption, article.LeadCredit, article.LeadDecorative,
        article.Bylines.Select(line => line.AuthorId),
    });

    private static string PlaceOf(Article story) => JsonSerializer.Serialize(new object?[]
    {
        story.SectionId, story.Language, story.WorkType, story.Pinned, story.LeadPhotoId, story.Related.Select(related => related.RelatedId).Order(),
    });

    private static IEnumerable<string> ListsOf(Article story)
    {
        var published = story.PublishedUtc!.Value;
        return [CacheTag.Section(story.SectionId!.Value), CacheTag.Archive, CacheTag.Year(published), CacheTag.Month(published), CacheTag.Day(published)];
    }

    private static IEnumerable<string> OtherListsOf(Article story) =>
    [
        .. story.Bylines.Select(line => CacheTag.Author(line.AuthorId)),
        .. story.Tags.Select(tag => CacheTag.Topic(tag.TagId)),
        .. story.LastMinute ? [CacheTag.LastMinute] : Array.Empty<string>(),
    ];
}
