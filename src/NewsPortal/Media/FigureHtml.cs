using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsPortal.Media;

/// <summary>The one look of a picture, with or without its caption, in pages and in stored articles alike.</summary>
public static partial class FigureHtml
{
    // A portrait would otherwise be taller than the screen. Said by attributes, the bound also reserves the right space.
    private const int TallestPixels = 800;

    // What is not there needs a sign, not the room of a picture.
    private const int MissingWidth = 1440;
    private const int MissingHeight = 360;
    private const int UsualWidth = 720;
    private const string MissingPicture = "/img/missing-picture.svg";
    private const string SentenceEnds = ".!?…。؟۔।:;";
    private const string ClosingMarks = "\"'”’»)]";

    // The default encoder turns every letter beyond ASCII into a reference of eight bytes.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Picture(Photo photo, PictureUse use)
    {
        var alt = use.Decorative ? "" : use.Alt ?? (photo.Decorative ? "" : photo.Alt ?? "");
        return Picture(photo, use, alt);
    }

    public static string Figure(Photo photo, Figure figure, FigureLook look)
    {
        var opening = look.Class is null ? "<figure>" : $"<figure class=\"{Encoder.Encode(look.Class)}\">";
        var words = Words(photo.CaptionFor(figure).Trim(), photo.CreditFor(figure).Trim(), look.CreditFormat);
        var caption = words.Length == 0 ? "" : $"<figcaption class=\"credit\" dir=\"auto\">{Encoder.Encode(words)}</figcaption>";
        return $"{opening}{Picture(photo, look.Picture, photo.AltFor(figure))}{caption}</figure>";
    }

    private static string Picture(Photo photo, PictureUse use, string alt)
    {
        if (photo.IsMissing)
        {
            return Image(photo, use, alt, $"src=\"{MissingPicture}\"");
        }

        var widths = OfferedWidths(photo, use);
        // For those who know no srcset.
        var usual = widths.LastOrDefault(step => step <= UsualWidth, widths[0]);
        var image = Image(photo, use, alt, $"src=\"{photo.VariantPath(usual, VariantFormat.Jpg)}\" {Choice(VariantFormat.Jpg)}");
        return $"<picture>{Source(VariantFormat.Avif)}{Source(VariantFormat.Webp)}{image}</picture>";

        string Source(VariantFormat format) => $"<source type=\"{format.ContentType()}\" {Choice(format)}>";

        string Choice(VariantFormat format)
        {
            var list = widths.Select(step => string.Create(CultureInfo.InvariantCulture, $"{photo.VariantPath(step, format)} {step}w"));
            return $"srcset=\"{string.Join(", ", list)}\" sizes=\"{Encoder.Encode(use.Sizes)}\"";
        }
    }

    private static string Image(Photo photo, PictureUse use, string alt, string source)
    {
        var (width, height) = ShownSize(photo);
        var size = string.Create(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\"");
        var when = use.Lead ? "fetchpriority=\"high\"" : "loading=\"lazy\"";
        return $"<img {source} {size} alt=\"{Encoder.Encode(alt)}\" {when} decoding=\"async\">";
    }

    private static List<int> OfferedWidths(Photo photo, PictureUse use)
    {
        var all = VariantWidths.For(photo.Width);
        var offered = all.Where(step => step >= use.Narrowest && step <= use.Widest).ToList();
        return offered.Count > 0 ? offered : [all[^1]];
    }

    private static (int Width, int Height) ShownSize(Photo photo)
    {
        if (photo.IsMissing || photo.Width < 1 || photo.Height < 1)
        {
            return (MissingWidth, MissingHeight);
        }

        var tallest = photo.Height > photo.Width ? TallestPixels : photo.Height;
        var widest = Math.Min(photo.Width, VariantWidths.Widest);
        var scale = Math.Min((double)widest / photo.Width, Math.Min(1, (double)tallest / photo.Height));
        return (Math.Max(1, (int)Math.Round(photo.Width * scale)), Math.Max(1, (int)Math.Round(photo.Height * scale)));
    }

    private static string Words(string caption, string credit, string creditFormat)
    {
        if (credit.Length == 0)
        {
            return caption;
        }

        // "Graphic: the data desk" already says whose work it is and of what kind, and "Public domain" names nobody.
        var labelled = credit.Contains(": ", StringComparison.Ordinal) || LicenceNote().IsMatch(credit)
            ? credit
            : string.Format(CultureInfo.InvariantCulture, creditFormat, credit);
        return caption.Length == 0 ? labelled : $"{AsSentence(caption)} {labelled}";
    }

    [GeneratedRegex(@"^(?:©|\(c\)|copyright\b|courtesy\b|public domain\b|creative commons\b|cc(?:0|[- ]by)\b|kamu malı\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LicenceNote();

    private static string AsSentence(string caption)
    {
        var last = caption.TrimEnd(ClosingMarks.ToCharArray());
        return last.Length > 0 && SentenceEnds.Contains(last[^1], StringComparison.Ordinal) ? caption : caption + ".";
    }
}
