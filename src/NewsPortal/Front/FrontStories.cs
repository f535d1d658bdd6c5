using NewsPortal.Articles;

namespace NewsPortal.Front;

/// <summary>What could stand on the front page.</summary>
/// <param name="All">Every candidate, newest first.</param>
/// <param name="Discussable">Candidates for that one block, the most discussed first; no comment moves any other.</param>
/// <param name="Language">The site's.</param>
public sealed record FrontStories(IReadOnlyList<StoryCard> All, IReadOnlyList<StoryCard> Discussable, string Language)
{
    /// <summary>Stories in another language stand in their own section's block only, where a reader looks for them.</summary>
    public IEnumerable<StoryCard> InSiteLanguage => All.Where(IsInSiteLanguage);

    public IEnumerable<StoryCard> Discussed => Discussable.Where(IsInSiteLanguage);

    private bool IsInSiteLanguage(StoryCard story)
        => story.Language is null || story.Language.Split('-')[0].Equals(Language, StringComparison.OrdinalIgnoreCase);
}
