namespace NewsPortal.Articles;

/// <summary>How old a story may be to stand among the most discussed.</summary>
public static class MostDiscussed
{
    public static readonly TimeSpan OnFront = TimeSpan.FromDays(7);

    public static readonly TimeSpan InSection = TimeSpan.FromDays(30);
}
