using CsCheck;
using NewsPortal.Markup;
using NewsPortal.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Markup;

public class FigureMarkdownTests
{
    private static readonly Gen<string?> Words = Gen.Int[0, 3].SelectMany(kind => kind switch
    {
        0 => Gen.Const((string?)null),
        1 => Gen.Const((string?)""),
        _ => Gen.OneOf(
            Gen.Char.AlphaNumeric.Array[1, 8].Select(c => (string?)new string(c)),
            Gen.Char["\\[]()\"'*_`<>{}&!~^|$#:@;.-= \u00e9\u0131\u0634x1"].Array[1, 12].Select(c => (string?)string.Join(' ', new string(c).Split(' ', StringSplitOptions.RemoveEmptyEntries)))),
    });

    private static readonly Gen<Figure> Figures = Gen.Select(Gen.Int[1, 99_999], Words, Words, Words, Gen.Bool)
        .Select((id, caption, alt, credit, decorative) => new Figure
        {
            PhotoId = id,
            Caption = caption,
            Alt = string.IsNullOrEmpty(alt) ? null : alt,
            Credit = credit,
            Decorative = decorative ? true : string.IsNullOrEmpty(alt) ? null : false,
        });

    [Fact]
    public void A_figure_is_read_as_it_was_written() => Figures.Try(figure =>
    {
        var read = new List<Figure>();
        var sources = Bodies.Sources with
        {
            Figure = seen =>
            {
                read.Add(seen);
                return "<figure></figure>";
            },
        };

        var html = new ArticleMarkup().Render($"Before.\n\n{FigureMarkdown.Of(figure)}\n\nAfter.", sources).Html;

        Assert.Equal([figure], read);
        Assert.Equal("<p>Before.</p>\n<figure></figure>\n<p>After.</p>", Bodies.Tidy(html));
    });

    [Fact]
    public void Words_on_several_lines_are_written_on_one()
        => Assert.Equal("![a b](photo:4 \"c d\")", FigureMarkdown.Of(new() { PhotoId = 4, Alt = "a\nb", Caption = "c\r\n\r\nd" }));

    [Fact]
    public void A_body_tells_what_it_names_each_once_in_order()
    {
        var found = ArticleMarkup.FindReferences(
            "![a](photo:7) and [b](story:3)\n\n[related](story:12)\n\n> ![c](photo:2) ![d](photo:7) [e][x]\n\n`![no](photo:1)` [f](photo:9) ![g](story:8)\n\n[x]: story:3");

        Assert.Equal([7, 2], found.PhotoIds);
        Assert.Equal([3, 12], found.StoryIds);
    }

    [Theory]
    [InlineData("photo:0")]
    [InlineData("photo:-1")]
    [InlineData("photo:99999999999")]
    [InlineData("photo:1x")]
    [InlineData("photo:")]
    public void What_is_no_number_names_no_photo(string address)
    {
        Assert.Empty(ArticleMarkup.FindReferences($"![a]({address})").PhotoIds);
        Assert.DoesNotContain("figure", new ArticleMarkup().Render($"![a]({address})", Bodies.Sources).Html, StringComparison.Ordinal);
    }
}
