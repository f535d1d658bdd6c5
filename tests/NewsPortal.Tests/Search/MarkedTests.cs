using System.Text.Encodings.Web;
using System.Text.Unicode;
using CsCheck;
using NewsPortal.Search;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Search;

public sealed class MarkedTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Theory]
    [InlineData("Storm gate fails", "gate", "Storm <mark>gate</mark> fails")]
    [InlineData("Storm gate fails", "storm gate", "<mark>Storm gate</mark> fails")]
    [InlineData("Gates investigate", "gate", "<mark>Gate</mark>s investigate")]
    [InlineData("İstanbul’da kar", "istanbul", "<mark>İstanbul</mark>’da kar")]
    [InlineData("ISPARTA, ısparta", "ısparta", "<mark>ISPARTA</mark>, <mark>ısparta</mark>")]
    [InlineData("Große Straße", "strasse", "Große <mark>Straße</mark>")]
    [InlineData("Große Straße", "stras", "Große <mark>Straß</mark>e")]
    [InlineData("ﬁnal", "f", "<mark>ﬁ</mark>nal")]
    [InlineData("cafe\u0301 noir", "café", "<mark>cafe\u0301</mark> noir")]
    [InlineData("الكتابُ جديد", "كتاب", "ال<mark>كتابُ</mark> جديد")]
    [InlineData("東京水道水", "水", "東京<mark>水</mark>道<mark>水</mark>")]
    [InlineData("gate, gated", "\"gate\"", "<mark>gate</mark>, gated")]
    [InlineData("gate gate gate", "\"gate\"", "<mark>gate gate gate</mark>")]
    [InlineData("a gate", "storm -gate", "a gate")]
    [InlineData("<b>gate</b> & \"gate\"", "gate", "&lt;b&gt;<mark>gate</mark>&lt;/b&gt; &amp; &quot;<mark>gate</mark>&quot;")]
    public void What_was_looked_for_is_marked_as_it_is_written(string text, string typed, string html)
        => Assert.Equal(html, Html(text, typed));

    [Fact]
    public void Marking_changes_no_text_and_lets_none_become_markup() => Gen.Select(Gen.String, Gen.String).Try(both =>
    {
        var (text, typed) = both;
        var valid = string.Concat(text.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n");
        var body = NewsPortal.Tests.Support.Html.Parse($"<p>{Html(valid, typed)}</p>").Body!;
        Assert.Equal(valid, body.TextContent);
        Assert.All(body.QuerySelectorAll("p *"), element => Assert.Equal("mark", element.LocalName));
    });

    [Fact]
    public void The_text_with_its_way_back_is_folded_as_the_index_is() => Gen.String.Try(text =>
        Assert.Equal($" {Fold.Of(text)} ".Replace("  ", " ", StringComparison.Ordinal), new FoldedText(text).Folded));

    [Fact]
    public void A_passage_shows_the_first_hit_with_whole_words_around_it()
    {
        var text = string.Join(' ', [.. Enumerable.Repeat("alpha beta", 40), "the storm gate stuck", .. Enumerable.Repeat("gamma delta", 40)]);
        var passage = Passage.Of(text, SearchQuery.Parse("gate"))!;
        Assert.StartsWith("… ", passage, StringComparison.Ordinal);
        Assert.EndsWith(" …", passage, StringComparison.Ordinal);
        Assert.Contains("the storm gate stuck", passage, StringComparison.Ordinal);
        Assert.All(passage.Split(' '), word => Assert.Contains(word, text.Split(' ').Append("…")));
        Assert.InRange(passage.Length, 100, 220);
    }

    [Theory]
    [InlineData("the gate stuck", "the gate stuck")]
    [InlineData("nothing of it", null)]
    public void A_short_text_is_its_own_passage(string text, string? passage) => Assert.Equal(passage, Passage.Of(text, SearchQuery.Parse("gate")));

    [Fact]
    public void A_passage_of_a_script_without_spaces_is_cut_between_characters()
    {
        var passage = Passage.Of(new string('東', 300) + "水" + new string('京', 300), SearchQuery.Parse("水"))!;
        Assert.Contains("東水京", passage, StringComparison.Ordinal);
        Assert.InRange(passage.Length, 100, 210);
    }

    private static string Html(string text, string typed)
    {
        using var html = new StringWriter();
        Marked.Of(text, SearchQuery.Parse(typed)).WriteTo(html, Encoder);
        return html.ToString();
    }
}
