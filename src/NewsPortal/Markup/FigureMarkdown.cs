using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsPortal.Markup.Bodies;
using NewsPortal.Media;

namespace NewsPortal.Markup;

/// <summary>A photo in use as a story's text writes it: <c>![alt](photo:42 "caption"){credit="X" .decorative}</c>.</summary>
public static partial class FigureMarkdown
{
    /// <summary>Writes what <see cref="ArticleMarkup"/> reads back as the same figure. Line breaks in its words become spaces.</summary>
    public static string Of(Figure figure)
    {
        var caption = figure.Caption is null ? "" : $" \"{Escape(figure.Caption)}\"";
        var words = new List<string>();
        if (figure.Credit is not null)
        {
            words.Add($"credit=\"{Escape(figure.Credit)}\"");
        }

        if (figure.Decorative == true)
        {
            words.Add(".decorative");
        }

        var braces = words.Count == 0 ? "" : $"{{{string.Join(' ', words)}}}";
        return string.Create(CultureInfo.InvariantCulture, $"![{Escape(figure.Alt ?? "")}](photo:{figure.PhotoId}{caption}){braces}");
    }

    /// <summary>An alt text said here makes the picture one that tells something, whatever its photo says.</summary>
    internal static Figure Read(LinkInline image)
    {
        var words = image.GetData(typeof(FigureWords)) as FigureWords;
        var alt = TextIn(image);
        return new()
        {
            PhotoId = BodyText.PhotoId(BodyText.UrlOf(image)) ?? 0,
            Alt = alt.Length == 0 ? null : alt,
            Caption = image.Title,
            Credit = words?.Credit,
            Decorative = words?.Decorative == true ? true : alt.Length == 0 ? null : false,
        };
    }

    internal static string TextIn(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline.Descendants<Inline>())
        {
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                LineBreakInline => " ",
                _ => "",
            });
        }

        return text.ToString().Trim();
    }

    private static string Escape(string words)
        => Punctuation().Replace(Spaces().Replace(words.Trim(), " "), @"\$0");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\\\[\]""*_`<>&!~^|{}$:#@]")]
    private static partial Regex Punctuation();
}
