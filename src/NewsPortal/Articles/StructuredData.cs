using System.Text.Json;
using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>
/// schema.org NewsArticle as JSON-LD. The serialiser's default encoder escapes &lt;, &gt; and &amp;, so no headline can
/// close the script element it stands in.
/// </summary>
internal static class StructuredData
{
    private const int NarrowestPicture = 720;

    public static Dictionary<string, object?> Of(ArticlePage page, Site site)
    {
        var article = page.Article;
        return new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = TypeOf(article),
            ["headline"] = article.Headline,
            ["description"] = article.Standfirst,
            ["url"] = site.Absolute(page.Url),
            ["mainEntityOfPage"] = site.Absolute(page.Url),
            ["inLanguage"] = page.Language ?? site.Language,
            ["datePublished"] = site.Iso(article.PublishedUtc!.Value),
            ["dateModified"] = site.Iso(article.UpdatedUtc ?? article.PublishedUtc.Value),
            ["articleSection"] = article.Section?.Name,
            ["keywords"] = page.Tags.Count > 0 ? page.Tags.Select(tag => tag.Name) : null,
            ["image"] = Pictures(article, site),
            ["author"] = Authors(article, site),
            ["publisher"] = Publisher(site),
            ["wordCount"] = article.WordCount,
            ["commentCount"] = article.CommentCount,
            ["correction"] = Corrections(article, site),
        };
    }

    public static string ToJson(Dictionary<string, object?> data) => JsonSerializer.Serialize(Known(data));

    /// <summary>Without what nothing is known of.</summary>
    public static Dictionary<string, object?> Known(Dictionary<string, object?> data) => data.Where(pair => pair.Value is not null).ToDictionary();

    private static string TypeOf(Article article) => (article.Kind, article.WorkType) switch
    {
        (ArticleKind.Page, _) => "WebPage",
        (_, WorkType.Opinion) => "OpinionNewsArticle",
        (_, WorkType.Analysis) => "AnalysisNewsArticle",
        (_, WorkType.Explainer) => "BackgroundNewsArticle",
        (_, WorkType.Review) => "ReviewNewsArticle",
        (_, WorkType.Feature or WorkType.Interview) => "ReportageNewsArticle",
        (_, WorkType.Sponsored) => "AdvertiserContentArticle",
        _ => "NewsArticle",
    };

    private static IEnumerable<string>? Pictures(Article article, Site site)
        => (article.LeadPhoto ?? article.SocialPhoto) is { IsMissing: false } photo
            ? VariantWidths.For(photo.Width).Where(width => width >= Math.Min(NarrowestPicture, photo.Width))
                .Select(width => site.Absolute(photo.VariantPath(width, VariantFormat.Jpg)))
            : null;

    private static IEnumerable<object>? Authors(Article article, Site site) => article.Bylines.Count == 0 ? null
        : article.Bylines.Select(line => new Dictionary<string, string>
        {
            ["@type"] = "Person",
            ["name"] = line.Author!.Name,
            ["url"] = site.Absolute($"/author/{line.Author.Slug}"),
        });

    private static Dictionary<string, object> Publisher(Site site) => new()
    {
        ["@type"] = "NewsMediaOrganization",
        ["name"] = site.Name,
        ["url"] = site.Absolute("/"),
        ["logo"] = new Dictionary<string, string> { ["@type"] = "ImageObject", ["url"] = site.Absolute("/img/mark-512.png") },
    };

    private static IEnumerable<object>? Corrections(Article article, Site site) => article.Corrections.Count == 0 ? null
        : article.Corrections.Select(correction => new Dictionary<string, string>
        {
            ["@type"] = "CorrectionComment",
            ["text"] = correction.Text,
            ["datePublished"] = site.Iso(correction.AtUtc),
        });
}
