using NewsPortal.Articles;
using NewsPortal.Markup;

namespace NewsPortal.Live;

/// <summary>Makes the HTML of entries and key points when they are written; no page ever does.</summary>
public sealed class LiveTexts(StoryBodies bodies)
{
    /// <param name="words">Markdown.</param>
    /// <param name="language">BCP 47 tag of the story; null: the site's.</param>
    /// <param name="cancel">Stops the reading of photos and stories that the words name.</param>
    public async Task<LiveText> RenderAsync(string? words, string? language, CancellationToken cancel = default)
    {
        var typed = (words ?? "").Trim();
        var body = await bodies.RenderAsync(typed, language, cancel);
        return new LiveText(typed, body.Html, StoredText.Of(body.Html), body.RendererVersion);
    }
}
