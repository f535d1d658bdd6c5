using CsCheck;
using NewsPortal.Search;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("storm gate", "storm", "gate")]
    [InlineData("  Storm\t gate ", "storm", "gate")]
    [InlineData("\"storm gate\" rust", "'storm gate'", "rust")]
    [InlineData("“storm gate” «rust»", "'storm gate'", "'rust'")]
    [InlineData("\"storm gate", "'storm gate'")]
    [InlineData("storm -gate", "storm", "-gate")]
    [InlineData("storm -\"open gate\"", "storm", "-'open gate'")]
    [InlineData("storm −gate", "storm", "-gate")]
    [InlineData("half-way", "half way")]
    [InlineData("İstanbul'da", "istanbul da")]
    [InlineData("100% a_b [x]", "100", "a b", "x")]
    [InlineData("storm storm STORM", "storm")]
    [InlineData("- -- \" \"\" % ]", new string[0])]
    public void A_line_is_read_as_its_writer_meant_it(string typed, params string[] terms)
        => Assert.Equal(terms, SearchQuery.Parse(typed).Terms.Select(Say));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u0001\r\n ")]
    public void Nothing_typed_is_empty(string? typed)
    {
        Assert.True(SearchQuery.Parse(typed).IsEmpty);
        Assert.False(SearchQuery.Parse(typed).CanFind);
    }

    [Fact]
    public void What_is_too_long_is_cut_between_characters_and_said_so()
    {
        var query = SearchQuery.Parse(new string('a', SearchQuery.MaxLength - 1) + "\ud83d\ude00");
        Assert.Equal(new string('a', SearchQuery.MaxLength - 1), query.Text);
        Assert.True(query.WasCut);
        Assert.False(SearchQuery.Parse(new string('a', SearchQuery.MaxLength)).WasCut);
    }

    [Fact]
    public void Only_so_many_words_are_looked_for_and_more_are_said_to_be_left_out()
    {
        var query = SearchQuery.Parse("a b c d e f g h i");
        Assert.Equal(SearchQuery.MaxTerms, query.Terms.Count);
        Assert.True(query.WasCut);
    }

    [Fact]
    public void Any_text_has_a_meaning() => Gen.String.Try(typed =>
    {
        var query = SearchQuery.Parse(typed);
        Assert.InRange(query.Terms.Count, 0, SearchQuery.MaxTerms);
        Assert.All(query.Terms, term => Assert.Equal(Fold.Of(term.Folded), term.Folded));
    });

    private static string Say(SearchTerm term)
        => (term.IsExcluded ? "-" : "") + (term.IsQuoted ? $"'{term.Folded}'" : term.Folded);
}
