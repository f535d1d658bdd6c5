using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>What a story's page says of itself: its own words for search and for other sites, else the headline's.</summary>
internal static class ArticleHead
{
    private const int CardWidth = 1080;

    public static void Fill(PageHead head, ArticlePage page)
    {
        var article = page.Article;
        head.Title = article.SearchTitle ?? article.Headline;
        head.Description = article.SearchDescription ?? article.Standfirst;
        head.Canonical = page.Url;
        head.OpenGraphType = "article";
        head.SocialTitle = article.SocialTitle ?? article.Headline;
        head.SocialText = article.SocialText ?? article.Standfirst ?? article.SearchDescription;
        head.Picture = PictureOf(article);
        head.PublishedUtc = article.PublishedUtc;
        head.UpdatedUtc = article.UpdatedUtc;
        head.SectionId = article.SectionId;
        if (article.Section is { } section)
        {
            head.Feed = ($"/{section.Slug}/rss.xml", section.Name);
        }
    }

    private static HeadPicture? PictureOf(Article article)
    {
        if ((article.SocialPhoto ?? article.LeadPhoto) is not { IsMissing: false } photo)
        {
            return null;
        }

        var width = VariantWidths.For(photo.Width).Last(step => step <= CardWidth);
        var alt = photo == article.LeadPhoto ? photo.AltFor(article.LeadFigure!) : photo.Alt ?? "";
        return new HeadPicture(photo.VariantPath(width, VariantFormat.Jpg), width, photo.Height * width / photo.Width, alt);
    }
}
