namespace NewsPortal.Articles;

/// <summary>A story at its place in a list that is ordered by time, then id.</summary>
public sealed class ListedStory
{
    public required DateTime Utc { get; init; }

    public required int Id { get; init; }

    public required Article Story { get; init; }
}
