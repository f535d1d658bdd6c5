using NewsPortal.Articles;

namespace NewsPortal.Search;

/// <summary>Finds published stories. What finds them may change with the size of the paper; the page does not.</summary>
public interface IStorySearch
{
    /// <param name="question">Its query must have something to find.</param>
    /// <param name="turn">Where in the list of matches, newest first.</param>
    /// <param name="cancel">Stops the search: its cost grows with the paper.</param>
    /// <returns>Null when there is no such page.</returns>
    Task<FoundStories?> FindAsync(SearchQuestion question, PageTurn turn, CancellationToken cancel);
}

/// <param name="SectionId">Only there; null: anywhere.</param>
/// <param name="SinceUtc">Only what was published then or later.</param>
public sealed record SearchQuestion(SearchQuery Query, int? SectionId = null, DateTime? SinceUtc = null);

/// <param name="Stories">One page of matches.</param>
/// <param name="Bodies">By id, the text of stories whose headline and standfirst do not show why they match.</param>
/// <param name="Topics">Tags with one of the words in their name; on the first page only.</param>
public sealed record FoundStories(StoryList Stories, IReadOnlyDictionary<int, string> Bodies, IReadOnlyList<TagLink> Topics);
