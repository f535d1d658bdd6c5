using System.Text.Encodings.Web;
using System.Text.Unicode;
using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>A related story as it stands inside another's stored HTML: the look of <c>_Card.cshtml</c> with a picture beside the words.</summary>
internal sealed class RelatedCard(StoryCard story)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string ToHtml()
    {
        var look = new CardLook(story) { Size = CardSize.Row, Use = PictureUse.Row with { Sizes = "10rem", Widest = 480 } };
        var language = story.Language is null ? "" : $" lang=\"{Encoder.Encode(story.Language)}\"";
        var picture = look.HasPicture ? FigureHtml.Picture(story.Photo!, look.Picture) : "";
        return $"<article class=\"{look.Class}\"{language}>{picture}{Line("kicker", story.Kicker ?? story.SectionName)}"
            + $"<h3><a href=\"{Encoder.Encode(story.Url)}\">{Encoder.Encode(story.Headline)}</a></h3>{Line("dek", story.Standfirst)}</article>";
    }

    private static string Line(string name, string? text)
        => string.IsNullOrEmpty(text) ? "" : $"<p class=\"{name}\">{Encoder.Encode(text)}</p>";
}
