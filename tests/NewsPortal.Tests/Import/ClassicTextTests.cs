using AngleSharp.Html.Parser;
using NewsPortal.Import;
using NewsPortal.Import.WordPress;

namespace NewsPortal.Tests.Import;

public sealed class ClassicTextTests
{
    [Theory]
    [InlineData("One\n\nTwo", "<p>One</p><p>Two</p>")]
    [InlineData("One\nTwo", "<p>One<br>Two</p>")]
    [InlineData("One<br />\nTwo", "<p>One<br>Two</p>")]
    [InlineData("One<br><br>Two", "<p>One</p><p>Two</p>")]
    [InlineData("Text\n<h2>Head</h2>\nMore", "<p>Text</p><h2>Head</h2><p>More</p>")]
    [InlineData("<em>One\n\nTwo</em> three", "<p><em>One</em></p><p><em>Two</em> three</p>")]
    [InlineData("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>")]
    [InlineData("<ul><li>a\n<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>")]
    [InlineData("<blockquote>One\n\nTwo</blockquote>", "<blockquote><p>One</p><p>Two</p></blockquote>")]
    public void Blank_lines_end_paragraphs_and_line_ends_break_lines(string text, string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{text}").Body!;
        ClassicParagraphs.Apply(body, lineBreaks: true);
        Assert.Equal(html, body.InnerHtml);
    }

    [Theory]
    [InlineData("beaching their coracles [simple boat]. And [sic] [...] [1]")]
    [InlineData("<a title=\"[gallery]\">x</a>")]
    [InlineData("an [unclosed")]
    public void Brackets_that_are_no_shortcode_stay(string text) => Assert.Equal(text, Expand(text));

    [Theory]
    [InlineData("[[gallery]]", "[gallery]")]
    [InlineData("[su_box title=\"a\"]inner [vc_row]x[/vc_row][/su_box]", "inner x")]
    [InlineData("a [contact-form-7 id=\"4\" title=\"b\"] c", "a  c")]
    [InlineData("[embed width=\"3\"]https://e.org/v[/embed]", "<p>https://e.org/v</p>")]
    [InlineData("[audio https://e.org/a.mp3]", "<audio src=\"https://e.org/a.mp3\"></audio>")]
    [InlineData("[gallery ids=”1, 2” columns=3]", "<wp-gallery ids=\"1,2\" exclude=\"\" of=\"\"></wp-gallery>")]
    [InlineData("[caption id=\"x\" caption=\"Old form\"]<img src=\"a\"/>[/caption]", "<figure><img src=\"a\"/><figcaption>Old form</figcaption></figure>")]
    [InlineData("[caption]<a href=\"b\"><img src=\"a\"></a> New <em>form</em>[/caption]", "<figure><a href=\"b\"><img src=\"a\"></a><figcaption>New <em>form</em></figcaption></figure>")]
    public void Shortcodes_become_what_they_stood_for(string text, string html) => Assert.Equal(html, Expand(text).Trim());

    [Fact]
    public void Shortcodes_that_nobody_knows_are_told_by_name()
    {
        var unknown = new List<string>();
        Shortcodes.Expand("[rev_slider alias=\"a\"] [playlist ids=\"1\"]", code => WordPressShortcodes.Replace(code, unknown.Add));
        Assert.Equal(["rev_slider", "playlist"], unknown);
    }

    [Theory]
    [InlineData("<!-- wp:paragraph {\"a\":{\"b\":1}} --><p>x</p><!-- /wp:paragraph -->", "<p>x</p>", "")]
    [InlineData("a<!-- wp:latest-posts {\"n\":3} /-->b", "ab", "latest-posts")]
    [InlineData("<!-- wp:query --><div><!-- wp:query --><p>in</p><!-- /wp:query --></div><!-- /wp:query -->out", "out", "query")]
    [InlineData("<!-- wp:acme/box {\"x\":\"/\"} --><p>x</p><!-- /wp:acme/box --><!-- wp:acme/feed /-->", "<p>x</p>", "acme/feed")]
    [InlineData("a<!--more-->b<!--nextpage-->c<!-- note -->", "ab\n\n<hr>\n\nc", "")]
    [InlineData("a<!-- unclosed", "a<!-- unclosed", "")]
    public void Block_comments_go_and_what_they_enclose_stays(string content, string html, string lost)
    {
        var names = new List<string>();
        Assert.Equal(html, BlockMarkup.Strip(content, "", names.Add));
        Assert.Equal(lost, string.Join(' ', names));
    }

    [Theory]
    [InlineData("Plain *stars*", @"Plain \*stars\*")]
    [InlineData("<strong>B</strong> and <a href=\"http://e.org/\" rel=\"nofollow\">link</a>", "**B** and [link](http://e.org/)")]
    [InlineData("One\n\nTwo\nThree", "One\n\nTwo\\\nThree")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "– a\n– b")]
    [InlineData("<h3>Head</h3>text", "**Head**\n\ntext")]
    [InlineData("<blockquote>Said</blockquote>Yes", "> Said\n\nYes")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a · b")]
    [InlineData("<script>alert(1)</script><a href=\"javascript:x\">y</a>", "y")]
    [InlineData("<img src=\"https://e.org/a.jpg\">", "<https://e.org/a.jpg>")]
    [InlineData("<q>Yes</q>, H<sub>2</sub>O, MC<sup>2</sup>, 1<sup>st</sup>", "“Yes”, H₂O, MC², 1st")]
    public void Comments_become_what_readers_type_here(string html, string text) => Assert.Equal(text, CommentWords.Of(html));

    private static string Expand(string text) => Shortcodes.Expand(text, code => WordPressShortcodes.Replace(code, _ => { }));
}
