using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Media;

namespace NewsPortal.Markup.Bodies;

/// <summary>
/// The house's own pieces of one body. They stay out of the text while it is made safe: an empty marked figure keeps
/// their place. The mark is a secret of one rendering, so an author's HTML cannot pass for the house's.
/// </summary>
internal sealed partial class BodyParts(BodySources sources)
{
    private const string Place = "part-";

    private readonly List<(string Html, string Text)> parts = [];
    private readonly Dictionary<string, int> labels = [];

    public BodySources Sources { get; } = sources;

    public string Mark { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The attribute that tells <see cref="TagSieve"/> that a tag is the house's.</summary>
    public string MarkAttribute => $" {TagSieve.MarkName}=\"{Mark}\"";

    /// <returns>The place's HTML; nothing when there is no such photo.</returns>
    public string PlaceFigure(Figure figure)
        => Sources.Figure(figure) is { } html ? Keep(html, CaptionOf(html)) : "";

    public string PlaceCard(StoryLink story)
        => Keep($"<aside class=\"related\" aria-label=\"{WebUtility.HtmlEncode(Label(Sources.Words.Related))}\">\n{story.CardHtml}\n</aside>", "");

    /// <summary>Landmarks of one kind need different names: the second is "Table 2".</summary>
    public string Label(string word)
    {
        var count = labels[word] = labels.GetValueOrDefault(word) + 1;
        return count == 1 ? word : string.Create(CultureInfo.InvariantCulture, $"{word} {count}");
    }

    public string? TextOf(IElement element)
        => IndexOf(element.Id) is { } index ? parts[index].Text : null;

    public string PutIn(string html) => Places().Replace(html, place => IndexOf(place.Groups[1].Value) is { } index ? parts[index].Html : "");

    private string Keep(string html, string text)
    {
        parts.Add((html, text));
        return string.Create(CultureInfo.InvariantCulture, $"<figure id=\"{Place}{parts.Count - 1}\"{MarkAttribute}></figure>\n");
    }

    private int? IndexOf(string? id)
        => id?.StartsWith(Place, StringComparison.Ordinal) == true
            && int.TryParse(id.AsSpan(Place.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < parts.Count ? index : null;

    private static string CaptionOf(string figureHtml)
        => new HtmlParser().ParseDocument(figureHtml).QuerySelector("figcaption")?.TextContent ?? "";

    [GeneratedRegex("""<figure id="(part-[0-9]+)"></figure>""")]
    private static partial Regex Places();
}
