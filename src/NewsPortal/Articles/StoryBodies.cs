using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>
/// Makes a body's stored HTML: finds the photos and stories that it names and hands them to <see cref="ArticleMarkup"/>.
/// Called at save; no page ever does.
/// </summary>
public sealed class StoryBodies(NewsDb db, ArticleMarkup markup, Words words, Site site)
{
    /// <param name="markdown">The body.</param>
    /// <param name="language">BCP 47 tag of the text, whose words ("Related story") are used; null: the site's.</param>
    /// <param name="cancel">Stops the reading of photos and stories.</param>
    public async Task<RenderedBody> RenderAsync(string markdown, string? language, CancellationToken cancel = default)
    {
        var named = ArticleMarkup.FindReferences(markdown);
        var photos = named.PhotoIds.Count == 0 ? []
            : await db.Photos.AsNoTracking().Where(p => named.PhotoIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var stories = named.StoryIds.Count == 0 ? []
            : await db.Articles.Published().Where(a => named.StoryIds.Contains(a.Id)).AsCards().ToDictionaryAsync(s => s.Id, cancel);
        using var spoken = Speak(language);
        var look = new FigureLook(PictureUse.InText, words["Photograph: {0}"]);
        return markup.Render(markdown, new BodySources(
            figure => photos.GetValueOrDefault(figure.PhotoId) is { } photo ? FigureHtml.Figure(photo, figure, look) : null,
            id => stories.GetValueOrDefault(id) is { } story ? new StoryLink(story.Url, CardHtml(story)) : null,
            new BodyWords(words["Pull quote"], words["Related story"], words["Footnotes"], words["Back to the text"], words["Table"], words["See on {0}"])));
    }

    // The words of a Turkish story on an English site are Turkish.
    private CultureScope Speak(string? language)
    {
        try
        {
            return new CultureScope(language is null ? site.Culture : CultureInfo.GetCultureInfo(language, predefinedOnly: true));
        }
        catch (CultureNotFoundException)
        {
            return new CultureScope(site.Culture);
        }
    }

    private static string CardHtml(StoryCard story) => new RelatedCard(story).ToHtml();
}
