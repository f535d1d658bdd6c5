using NewsPortal.Changes;
using NewsPortal.Media;
using NewsPortal.PageCache;

namespace NewsPortal.Articles;

/// <summary>What a page rests on that shows stories.</summary>
internal static class StoryBasis
{
    /// <summary>Cards, headlines and lines of a log. Name the authors first, where they are printed.</summary>
    public static void Shows(this PageBasis basis, IEnumerable<StoryCard> cards)
    {
        foreach (var card in cards)
        {
            basis.RestsOn(CacheTag.Card(card.Id));
            basis.Names(card);
        }
    }

    /// <summary>Cards that say how many comments there are.</summary>
    public static void Counts(this PageBasis basis, IEnumerable<StoryCard> cards)
    {
        foreach (var card in cards)
        {
            basis.RestsOn(CacheTag.Comments(card.Id));
        }
    }

    /// <summary>Items of a feed, which say of a story more than a card does.</summary>
    public static void Carries(this PageBasis basis, IEnumerable<StoryCard> items)
    {
        foreach (var item in items)
        {
            basis.RestsOn(CacheTag.Story(item.Id));
            basis.Names(item);
        }
    }

    /// <summary>A story's own page.</summary>
    public static void Shows(this PageBasis basis, ArticlePage page)
    {
        var article = page.Article;
        basis.RestsOn(CacheTag.Story(article.Id), CacheTag.Comments(article.Id));
        article.Bylines.ForEach(line => basis.RestsOn(CacheTag.AuthorName(line.AuthorId)));
        // One that is not out yet stands here once it is.
        article.Related.ForEach(related => basis.RestsOn(CacheTag.Card(related.RelatedId)));
        if (article.SectionId is { } section)
        {
            basis.RestsOn(CacheTag.SectionName(section), CacheTag.Section(section));
            basis.RestsOn(CacheTag.SectionTalk(section));
        }

        basis.Waits(article.LeadPhoto);
        basis.Waits(article.SocialPhoto);
        basis.Shows(page.Related);
        basis.Shows(page.Next);
    }

    /// <summary>A page of a story's comments, under its headline.</summary>
    public static void ShowsComments(this PageBasis basis, Article article)
    {
        basis.RestsOn(CacheTag.Card(article.Id), CacheTag.Comments(article.Id), CacheTag.Talk(article.Id));
        if (article.SectionId is { } section)
        {
            basis.RestsOn(CacheTag.SectionName(section), CacheTag.SectionTalk(section));
        }
    }

    /// <summary>
    /// A ranking by comments. It is another as soon as one of its stories gains or loses a comment or is too old for it,
    /// and may be when a story from outside has as many as the last.
    /// </summary>
    /// <param name="ranked">What it shows, the most discussed first.</param>
    /// <param name="last">How many comments a story from outside has to reach; null where there is room for any.</param>
    /// <param name="reached">Names the tag for a number of comments.</param>
    /// <param name="within">How old a story may be.</param>
    public static void Ranks(this PageBasis basis, IReadOnlyList<StoryCard> ranked, int? last, Func<int, string> reached, TimeSpan within)
    {
        basis.Shows(ranked);
        basis.Counts(ranked);
        basis.RestsOn(last is { } least ? [reached(least), reached(least + 1)] : [reached(1)]);
        foreach (var card in ranked)
        {
            basis.IsTrueUntil(card.PublishedUtc + within);
        }
    }

    private static void Names(this PageBasis basis, StoryCard card)
    {
        if (card.SectionId is { } section)
        {
            basis.RestsOn(CacheTag.SectionName(section));
        }

        foreach (var author in card.Authors)
        {
            basis.RestsOn(CacheTag.AuthorName(author.Id));
        }

        basis.Waits(card.Photo);
    }

    // A kept file never changes; only one that has not come may still do so.
    private static void Waits(this PageBasis basis, Photo? photo)
    {
        if (photo is { IsMissing: true })
        {
            basis.RestsOn(CacheTag.Photo(photo.Id));
        }
    }
}
