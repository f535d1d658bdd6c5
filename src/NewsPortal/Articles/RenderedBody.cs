namespace NewsPortal.Articles;

/// <summary>A body after <c>Markup</c>: safe HTML, its folded words for search, and who made it.</summary>
public sealed record RenderedBody(string Html, string SearchText, int WordCount, int RendererVersion)
{
    internal RenderedStory Under(string headline, string? standfirst)
        => new(Html, Search.SearchText.Of(headline, standfirst, SearchText), WordCount, RendererVersion);
}

/// <summary>A rendered body whose words for search are those of the whole story.</summary>
internal sealed record RenderedStory(string BodyHtml, string SearchText, int WordCount, int RendererVersion);
