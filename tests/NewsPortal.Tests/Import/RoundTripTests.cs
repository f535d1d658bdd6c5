using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using NewsPortal.Import;
using NewsPortal.Markup;
using NewsPortal.Tests.Markup;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

public sealed class RoundTripTests
{
    private const string Nasty = "ab zé\u0130\u0645 0 1.)(-+*_[]<>!#`~^|{}&=:\\\"'“”…— \u00a0/@$%;,😀";

    private const int Rounds = 1000;

    private static readonly ArticleMarkup Renderer = new();
    private static readonly string[] Wrappers = ["em", "strong", "del", "b", "i", "sup", "sub", "code", "q", "span", "u", "cite"];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Int[0, Nasty.Length - 1].Select(at => char.IsSurrogate(Nasty[at]) ? "😀" : Nasty[at].ToString()).List[1, 8].Select(string.Concat),
        OneOf("plain", "1. one", "- dash", "# hash", "> quote", "&amp;", "&copy;", "**", "__", "a_b_c", "[x](y)", "<b>", "![i](j)", "::: pull", "http://e.org/a_b_c", "x*", "*y", "~~", "---", "===", "+++", "| a | b |", "[^1]", "[^1]: n", "    code", "\\"));

    private static readonly Gen<string> Text = Word.List[1, 4].Select(words => Encode(string.Join(' ', words)));

    private static readonly Gen<string> Inline = Gen.Recursive<string>((depth, inner) => depth > 3 ? Text : Gen.OneOf(
        Text,
        Gen.Select(OneOf(Wrappers), inner, (tag, words) => $"<{tag}>{words}</{tag}>"),
        inner.Select(words => $"<a href=\"https://e.org/x\">{words.Replace("<a ", "<b ", StringComparison.Ordinal)}</a>"),
        Gen.Select(inner, inner, (a, b) => a + b),
        Gen.Select(inner, inner, (a, b) => $"{a}<br>{b}")));

    private static readonly Gen<string> Block = Gen.Recursive<string>((depth, inner) => depth > 2 ? Inline.Select(words => $"<p>{words}</p>") : Gen.OneOf(
        Inline.Select(words => $"<p>{words}</p>"),
        Inline.Select(words => $"<h3>{words}</h3>"),
        Text.Select(words => $"<pre>{words}</pre>"),
        Inline.List[1, 3].Select(items => $"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul>"),
        inner.List[1, 3].Select(items => $"<ol>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ol>"),
        inner.List[1, 2].Select(parts => $"<blockquote>{string.Concat(parts)}</blockquote>"),
        Inline.List[4].Select(cells => $"<table><tr><th>{cells[0]}</th><th>{cells[1]}</th></tr><tr><td>{cells[2]}</td><td>{cells[3]}</td></tr></table>"),
        inner.List[1, 3].Select(string.Concat)));

    [Fact]
    public void No_word_of_a_page_is_lost_or_added_on_the_way_through_Markdown()
        => Block.Try(html => Assert.Equal(Words(Page(html)), Words(Page(Through(html)))), times: Rounds, print: html => html + "\n" + ToMarkdown(html));

    [Fact]
    public void Spaces_within_a_paragraph_stay_where_they_are()
        => Inline.Where(html => !html.Contains("<br>", StringComparison.Ordinal)).Select(html => $"<p>{html}</p>").Try(
            html => Assert.Equal(Spaced(Page(html)), Spaced(Page(Through(html)))), times: Rounds, print: html => html + "\n" + ToMarkdown(html));

    [Fact]
    public void What_was_bold_or_slanted_still_is()
        => Inline.Select(html => $"<p>{html}</p>").Try(
            html =>
            {
                var (before, after) = (Page(html), Page(Through(html)));
                Assert.Equal(Marked(before, "strong, b"), Marked(after, "strong, b"));
                Assert.Equal(Marked(before, "em, i, cite"), Marked(after, "em, i, cite"));
            }, times: Rounds, print: html => html + "\n" + ToMarkdown(html));

    [Theory]
    [InlineData("<ol><li><table><tr><td>a</td></tr></table><ul><li>b</li></ul></li></ol>")]
    [InlineData("<ul><li><table><tr><td>a</td></tr></table></li><ul><li>b</li></ul></ul>")]
    [InlineData("<ul><li>a<ol start=\"8\"><li>b</li></ol></li></ul>")]
    public void A_list_inside_an_item_is_one_whatever_stands_before_it(string html)
        => Assert.Equal("b", Page(Through(html)).QuerySelector("li li")?.TextContent.Trim());

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private static string Through(string html) => Renderer.Render(ToMarkdown(html), Bodies.Sources).Html;

    private static string ToMarkdown(string html)
    {
        var body = Page(html);
        ClassicParagraphs.Apply(body, lineBreaks: false);
        return HtmlToMarkdown.Convert(body, new BodyTargets((_, _) => null, address => address, _ => { }));
    }

    private static IElement Page(string html) => new HtmlParser().ParseDocument($"<body>{html}").Body!;

    // A dash sets off who said a quote.
    private static string Words(IElement page) => string.Concat(page.TextContent.Where(c => !char.IsWhiteSpace(c) && c != '—'));

    private static string Spaced(IElement page) => string.Join(' ', page.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Marked(IElement page, string selector)
        => string.Concat(page.Descendants<IText>().Where(text => text.ParentElement!.Closest(selector) is not null && text.ParentElement!.Closest("code") is null).SelectMany(text => text.Data.Where(c => !char.IsWhiteSpace(c))));

    private static string Encode(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
