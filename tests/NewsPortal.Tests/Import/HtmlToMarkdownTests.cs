using AngleSharp.Html.Parser;
using NewsPortal.Import;

namespace NewsPortal.Tests.Import;

public sealed class HtmlToMarkdownTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>  A   long\n line </p>", "A long line")]
    [InlineData("<p>&nbsp;</p><p></p>", "")]
    [InlineData("<p>One<br>Two</p>", "One\\\nTwo")]
    [InlineData("<h1>A</h1><h3>B</h3><h3>C</h3><h2>D</h2>", "## A\n\n### B\n\n### C\n\n### D")]
    [InlineData("<h3>Alone</h3>", "## Alone")]
    [InlineData("<h2>C#</h2>", "## C\\#")]
    [InlineData("<hr>", "---")]
    public void Blocks(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Theory]
    [InlineData("<p><em>Right, </em>and</p>", "*Right,* and")]
    [InlineData("<p>a<strong> b </strong>c</p>", "a **b** c")]
    [InlineData("<p><strong><em>x</em></strong></p>", "***x***")]
    [InlineData("<p><strong>bold<strong> text.</strong></strong></p>", "**bold text.**")]
    [InlineData("<p>a<strong>“b”</strong>c</p>", "a<strong>“b”</strong>c")]
    [InlineData("<p><em>a</em><strong>b</strong></p>", "<em>a</em><strong>b</strong>")]
    [InlineData("<p><b></b>x<i> </i></p>", "x")]
    [InlineData("<p><s>a</s> <del>b</del> <strike>c</strike> <span style=\"text-decoration: line-through;\">d</span></p>", "~~a~~ ~~b~~ ~~c~~ ~~d~~")]
    [InlineData("<p>E = MC<sup>2</sup></p>", "E = MC<sup>2</sup>")]
    [InlineData("<p><abbr title=\"For The Win\">ftw</abbr></p>", "<abbr title=\"For The Win\">ftw</abbr>")]
    [InlineData("<p><code>a`b</code></p>", "``a`b``")]
    [InlineData("<p><u>u</u> <small>s</small> <big>b</big></p>", "u s b")]
    public void Emphasis(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Theory]
    [InlineData("<p>5 * 3 * 2</p>", @"5 \* 3 \* 2")]
    [InlineData("<p># no heading</p>", @"\# no heading")]
    [InlineData("<p>1. no list</p>", @"1\. no list")]
    [InlineData("<p>- no list</p>", @"\- no list")]
    [InlineData("<p>&gt; no quote</p>", @"\> no quote")]
    [InlineData("<p>snake_case _under_</p>", @"snake_case \_under\_")]
    [InlineData("<p>[a](b)</p>", @"\[a\](b)")]
    [InlineData("<p>&amp;copy; AT&amp;T</p>", @"\&copy; AT&T")]
    [InlineData("<p>::: pull</p>", @"\::: pull")]
    [InlineData("<p>a<br>1) b</p>", "a\\\n1\\) b")]
    [InlineData("<p>https://e.org/a_b</p>", "<https://e.org/a_b>")]
    [InlineData("<p>https://e.org/a-b.</p>", "https://e.org/a-b.")]
    public void Text_reads_as_it_did(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Theory]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c")]
    [InlineData("<ol start=\"8\"><li>a</li><li>b</li></ol>", "8. a\n9. b")]
    [InlineData("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b")]
    [InlineData("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c")]
    [InlineData("<ul><li></li><li>a</li></ul>", "- a")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b")]
    [InlineData("<ul><li>a<ol start=\"8\"><li>b</li></ol></li></ul>", "- a\n\n  8. b")]
    [InlineData("<ul><li>a</li><ol start=\"8\"><li>b</li></ol></ul>", "- a\n\n  8. b")]
    [InlineData("<ul><li><dl><dt>a</dt></dl><ul><li>b</li></ul></li></ul>", "- <dl>\n  <dt>a</dt>\n  </dl>\n\n  - b")]
    public void Lists(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Theory]
    [InlineData("<blockquote><p>Q</p><cite>C</cite></blockquote>", "> Q\n>\n> — C")]
    [InlineData("<blockquote>Q <cite>A Book</cite> is good.</blockquote>", "> Q *A Book* is good.")]
    [InlineData("<figure class=\"wp-block-pullquote\"><blockquote><p>Q</p><cite>C</cite></blockquote></figure>", "::: pull\nQ\n\nC\n:::")]
    [InlineData("<pre><code class=\"language-cs\">a\n\n```\n</code></pre>", "````cs\na\n\n```\n````")]
    [InlineData("<pre class=\"wp-block-verse\">a<br>  b</pre>", "a\\\n\u00a0\u00a0b")]
    [InlineData("<dl><dt>T</dt><dd>D <b>x</b></dd></dl>", "<dl>\n<dt>T</dt>\n<dd>D <strong>x</strong></dd>\n</dl>")]
    public void Quotes_code_and_terms(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Fact]
    public void A_heading_row_over_plain_rows_is_a_table_of_pipes()
        => Assert.Equal("| A | B |\n| --- | --- |\n| 1\\|2 | **x** |", Convert("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><b>x</b></td></tr></table>"));

    [Theory]
    [InlineData("<table><tr><td>a</td></tr></table>", "<tr><td>a</td></tr>")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>x &lt; y</td></tr></table>", "<tr><td colspan=\"2\">x &lt; y</td></tr>")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><th>r</th><td><ul><li>p</li><li>q</li></ul></td></tr></table>", "<tr><th>r</th><td>p<br>q</td></tr>")]
    public void A_table_that_pipes_cannot_draw_stays_html(string html, string row) => Assert.Contains(row, Convert(html), StringComparison.Ordinal);

    [Fact]
    public void A_picture_in_a_line_stands_before_it_as_a_figure()
        => Assert.Equal("[figure a.jpg]\n\nText around it.", Convert("<p><a href=\"a-large.jpg\"><img src=\"a.jpg\"></a> Text around it.</p>"));

    [Fact]
    public void A_figure_keeps_its_caption_as_words()
        => Assert.Equal("[figure a.jpg: A caption here.]", Convert("<figure><img src=\"a.jpg\"><figcaption>A <a href=\"/x\">caption</a> here.</figcaption></figure>"));

    [Fact]
    public void A_list_of_nothing_but_pictures_is_a_gallery()
        => Assert.Equal("[figure a.jpg: A]\n\n[figure b.jpg]", Convert("<ul><li><figure><img src=\"a.jpg\"><figcaption>A</figcaption></figure></li><li><figure><img src=\"b.jpg\"></figure></li></ul>"));

    [Fact]
    public void A_recording_is_a_link_to_its_file()
        => Assert.Equal("[a song.mp3](https://e.org/a%20song.mp3)", Convert("<audio src=\"https://e.org/a%20song.mp3\"></audio>"));

    [Fact]
    public void A_passage_in_another_language_or_direction_stays_marked()
        => Assert.Equal("<p dir=\"rtl\" lang=\"ar\">مرحبا <strong>يا</strong></p>\n\nplain", Convert("<p dir=\"rtl\" lang=\"ar\">مرحبا <b>يا</b></p><p lang=\"en-US\">plain</p>"));

    [Theory]
    [InlineData("<p><a href=\"javascript:alert(1)\">x</a></p>", "x")]
    [InlineData("<p><a href=\"https://e.org/a b(c)\">x</a></p>", "[x](<https://e.org/a%20b(c)>)")]
    [InlineData("<p>a<a href=\"https://e.org/\"> x </a>b</p>", "a [x](https://e.org/) b")]
    [InlineData("<p><a href=\"https://e.org/\"><strong>x</strong></a></p>", "[**x**](https://e.org/)")]
    [InlineData("<p><a href=\"https://e.org/\"></a>y</p>", "y")]
    public void Links(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Fact]
    public void What_has_no_counterpart_is_told()
    {
        var lost = new List<string>();
        Convert("<p>a<input><svg></svg></p>", lost);
        Assert.Equal(["<input>", "<svg>"], lost);
    }

    private static string Convert(string html, List<string>? lost = null)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        return HtmlToMarkdown.Convert(body, new BodyTargets(
            (image, caption) => $"[figure {image.GetAttribute("src")}{(caption is null ? "" : $": {caption}")}]",
            address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme != "javascript" ? address : null,
            name => lost?.Add(name))
        { Language = "en" });
    }
}
