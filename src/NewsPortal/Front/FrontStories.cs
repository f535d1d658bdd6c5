using NewsPortal.Articles;

namespace NewsPortal.Front;

/// <summary>What could stand on the front page, newest first.</summary>
/// <param name="All">Every candidate.</param>
/// <param name="Language">The site's.</param>
/// <param name="DiscussedSince">Older stories are not "most discussed" however many comments they have.</param>
public sealed record FrontStories(IReadOnlyList<StoryCard> All, string Language, DateTime DiscussedSince)
{
    /// <summary>Stories in another language stand in their own section's block only, where a reader looks for them.</summary>
    public IEnumerable<StoryCard> InSiteLanguage
        => All.Where(story => story.Language is null || story.Language.Split('-')[0].Equals(Language, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<StoryCard> Discussed => InSiteLanguage
        .Where(story => story.CommentCount > 0 && story.PublishedUtc > DiscussedSince)
        .OrderByDescending(story => story.CommentCount);
}
