using System.Net;
using System.Text.RegularExpressions;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Tests.Markup;

/// <summary>What the bodies of these tests name: photos 1 to 9 and stories 1 to 9.</summary>
internal static partial class Bodies
{
    public static BodyWords Words { get; } = new("Pull quote", "Related story", "Footnotes", "Back to the text", "Table", "See on {0}");

    public static BodySources Sources { get; } = new(
        figure => figure.PhotoId < 10 ? Look(figure) : null,
        id => id < 10 ? new($"/world/story-{id}", $"<article class=\"story\">Story {id}</article>") : null,
        Words);

    /// <summary>Line breaks between tags say nothing.</summary>
    public static string Tidy(string html) => BetweenTags().Replace(html, "\n").Trim();

    private static string Look(Figure figure)
    {
        var decorative = figure.Decorative is { } said ? $" data-decorative=\"{(said ? "yes" : "no")}\"" : "";
        return $"<figure><img alt=\"{Word(figure.Alt)}\"{decorative}>"
            + $"<figcaption>{Word(figure.Caption)} / {Word(figure.Credit)}</figcaption></figure>";
    }

    private static string Word(string? word) => WebUtility.HtmlEncode(word ?? "default");

    [GeneratedRegex(@"(?<=>)\s*\n\s*|\s*\n\s*(?=</?(?:p|h2|h3|ul|ol|li|table|tr|td|th|tbody|thead|aside|section|div|blockquote|figure|footer|pre|hr|details|dl)\b)")]
    private static partial Regex BetweenTags();
}
