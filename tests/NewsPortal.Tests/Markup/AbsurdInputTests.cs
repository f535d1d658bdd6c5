using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Markup;

namespace NewsPortal.Tests.Markup;

/// <summary>A megabyte of nonsense: an answer comes, soon, and with all that can be read of it.</summary>
public class AbsurdInputTests
{
    private const int Megabyte = 1_000_000;

    /// <summary>Far above what any case takes (some seconds); what is quadratic takes an hour.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Nonsense => [.. Repeated.Keys];

    private static Dictionary<string, string> Repeated { get; } = new()
    {
        ["quotes in quotes"] = ">",
        ["quotes and words"] = "> a\n>",
        ["open brackets"] = "[",
        ["open pictures"] = "![",
        ["links in links"] = "[a](",
        ["closed brackets"] = "]",
        ["stars"] = "*",
        ["stars and words"] = "*a ",
        ["underscores and stars"] = "_a*",
        ["tildes"] = "~a",
        ["circumflexes"] = "^a ",
        ["backticks"] = "`a``",
        ["angle brackets"] = "<",
        ["unclosed bold"] = "<b>",
        ["unclosed bold of many kinds in paragraphs"] = "<b lang=\"de\">x\n\n",
        ["unclosed quotes"] = "<blockquote>\n\n",
        ["unclosed tables"] = "<table><tr><td>",
        ["bold in tables"] = "<b><table><td></b></td></table>",
        ["unclosed scripts"] = "<script>",
        ["unclosed comments"] = "<!--",
        ["unclosed attributes"] = "<a href=\"",
        ["lists in lists"] = "- ",
        ["deeper lists"] = "1. - ",
        ["pipes"] = "|",
        ["pipes and dashes"] = "|-",
        ["table rows"] = "a|b\n-|-\n",
        ["grid tables"] = "+---+\n|",
        ["footnotes"] = "[^1]: ",
        ["footnote links"] = "[^a][^b]\n\n[^a]: x\n\n",
        ["containers"] = "::: pull\n",
        ["pictures"] = "![a](photo:1){",
        ["addresses"] = "http://",
        ["braces"] = "{",
        ["entities"] = "&amp",
        ["backslashes"] = "\\",
        ["headings"] = "# a\n",
        ["the same heading"] = "a\n-\n",
        ["no breaks at all"] = "a",
        ["carriage returns"] = "\r",
        ["nulls"] = "\0",
        ["half pairs"] = "\ud800",
        ["emphasis in links"] = "[*a",
        ["definitions"] = "[a]: b\n",
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void A_megabyte_of_nonsense_is_a_story_soon(string name)
    {
        var text = Fill(Repeated[name], Megabyte);

        var watch = Stopwatch.StartNew();
        var rendered = new ArticleMarkup().Render(text, Bodies.Sources);
        ArticleMarkup.FindReferences(text);

        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed}.");
        Assert.True(DepthOf(rendered.Html) < 100);
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void The_longest_comment_of_nonsense_is_shown_soon(string name)
    {
        var watch = Stopwatch.StartNew();
        var rendered = new CommentMarkup().Render(Fill(Repeated[name], 10_000));

        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed}.");
        Assert.True(DepthOf(rendered.Html) < 200);
    }

    [Fact]
    public void Words_behind_absurd_nesting_are_still_read()
    {
        var rendered = new ArticleMarkup().Render(Fill(">", 10_000) + " the flood came", Bodies.Sources);

        Assert.Contains("the flood came", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("the flood came", rendered.SearchText, StringComparison.Ordinal);
    }

    private static string Fill(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static int DepthOf(string html)
        => new HtmlParser().ParseDocument(html).All.Select(e => e.Ancestors().Count()).DefaultIfEmpty().Max();
}
