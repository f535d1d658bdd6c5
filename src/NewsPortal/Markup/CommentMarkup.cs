using Ganss.Xss;
using NewsPortal.Comments;
using NewsPortal.Markup.Bodies;
using NewsPortal.Markup.Talk;

namespace NewsPortal.Markup;

/// <summary>A reader's words to safe HTML: paragraphs, line breaks, emphasis, quotes and links. Anything else is shown as typed.</summary>
public sealed class CommentMarkup
{
    /// <summary>Raise it whenever the same text gives other HTML.</summary>
    public const int Version = 1;

    // As an article's: a start that renders nothing does not wait for it.
    private readonly Lazy<HtmlSanitizer> sanitizer = new(() => new HtmlSanitizer(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string> { "p", "br", "em", "strong", "blockquote", "a" },
        AllowedAttributes = new HashSet<string> { "href", "rel" },
        AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
        AllowedCssProperties = new HashSet<string>(),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
    }));

    public RenderedComment Render(string text)
    {
        var typed = text.ReplaceLineEndings("\n");
        var body = sanitizer.Value.SanitizeDom(CommentText.ToHtml(typed)).Body!;
        Direction.Apply(body);
        return new(Html.Of(body).Trim(), Version);
    }
}
