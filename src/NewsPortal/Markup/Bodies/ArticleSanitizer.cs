using AngleSharp.Dom;
using Ganss.Xss;

namespace NewsPortal.Markup.Bodies;

/// <summary>The allow-list behind everything a story shows. Used by many threads at once: nothing of it changes after construction.</summary>
internal sealed class ArticleSanitizer
{
    private readonly HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = TagRules.Allowed.Union(TagRules.House).ToHashSet(),
        AllowedAttributes = new HashSet<string>
        {
            "href", "title", "start", "colspan", "rowspan", "scope", "dir", "lang", "class", "id", "aria-label", "aria-labelledby",
        },
        AllowedClasses = new HashSet<string> { "pull", "note", "num", "embed", "vh", "footnotes" },
        AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
        AllowedCssProperties = new HashSet<string>(),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
    });

    public IElement Sanitize(string html) => sanitizer.SanitizeDom(html).Body!;
}
