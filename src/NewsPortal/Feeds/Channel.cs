namespace NewsPortal.Feeds;

/// <summary>What a feed says of itself.</summary>
/// <param name="Path">Of the page that lists the same stories: <c>/</c>, <c>/world</c>, <c>/tag/floods</c>.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record Channel(string Path, string Title, string Description, string Language)
{
    public string FeedPath => FeedOf(Path);

    /// <param name="path">See <see cref="Path"/>.</param>
    public static string FeedOf(string path) => path == "/" ? "/rss.xml" : $"{path}/rss.xml";
}
