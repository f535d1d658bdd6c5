using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsPortal.Articles;
using NewsPortal.Markup.Bodies;
using NewsPortal.Search;

namespace NewsPortal.Markup;

/// <summary>
/// A story's Markdown to safe HTML. What an author writes passes a sieve and an allow-list; the house's own figures and
/// cards are put in afterwards, where the author named them. Any text gives an answer, in bounded time.
/// </summary>
public sealed class ArticleMarkup
{
    /// <summary>Raise it whenever the same text gives other HTML: stored bodies of older versions are made again.</summary>
    public const int Version = 2;

    // Costs a tenth of a start that renders nothing, as most starts do.
    private readonly Lazy<ArticleSanitizer> sanitizer = new(() => new ArticleSanitizer());

    public static BodyReferences FindReferences(string markdown)
    {
        var links = BodyText.Parse(markdown)?.Descendants<LinkInline>().ToList() ?? [];
        var urls = links.Where(link => !link.IsImage).Select(BodyText.UrlOf).Distinct().ToList();
        var figures = links.Where(link => link.IsImage).Select(FigureMarkdown.Read).Where(figure => figure.PhotoId > 0).ToList();
        return new([.. figures.Select(figure => figure.PhotoId).Distinct()], Ids(urls.Select(BodyText.StoryId)))
        {
            Figures = figures,
            Links = urls,
        };

        static List<int> Ids(IEnumerable<int?> found) => [.. found.OfType<int>().Distinct()];
    }

    public RenderedBody Render(string markdown, BodySources sources)
    {
        var parts = new BodyParts(sources);
        var document = BodyText.Parse(markdown);
        var html = (document is null ? null : BodyRenderer.Render(document, parts)) ?? BodyText.AsTyped(markdown);
        var body = sanitizer.Value.Sanitize(TagSieve.Pass(html, parts.Mark));
        HouseStyle.Apply(body, parts);
        var text = PlainText.Of(body, parts.TextOf);
        return new(parts.PutIn(Html.Of(body)), Fold.Of(text), PlainText.CountWords(text), Version);
    }
}
