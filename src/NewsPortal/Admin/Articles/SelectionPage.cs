using NewsPortal.Sections;

namespace NewsPortal.Admin.Articles;

/// <summary>What would become of the picked stories.</summary>
public sealed record SelectionPage(SelectionForm Form, IReadOnlyList<SelectedStory> Stories, IReadOnlyList<Section> Sections)
{
    public int Possible => Stories.Count(story => story.Problem is null);
}
