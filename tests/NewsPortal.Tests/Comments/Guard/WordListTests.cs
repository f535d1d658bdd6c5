using NewsPortal.Comments.Guard;

namespace NewsPortal.Tests.Comments.Guard;

/// <summary>Listed words are found however they are disguised, at their place in the text, and not in other words.</summary>
public sealed class WordListTests
{
    [Theory]
    [InlineData("casino", "The best CASINO in town", "CASINO", HitKind.Plain)]
    [InlineData("casino", "The best c4s1n0 in town", "c4s1n0", HitKind.Disguised)]
    [InlineData("casino", "The best саsіnо in town", "саsіnо", HitKind.Disguised)]
    [InlineData("casino", "c a s i n o for you", "c a s i n o", HitKind.Disguised)]
    [InlineData("casino", "ca\u200Bsi\u00ADno", "ca\u200Bsi\u00ADno", HitKind.Disguised)]
    [InlineData("casino", "caaaasinoooo!", "caaaasinoooo", HitKind.Stretched)]
    [InlineData("cheap watch*", "Buy cheap watches, now", "cheap watches", HitKind.Plain)]
    [InlineData("ısırgan", "ISIRGAN otu", "ISIRGAN", HitKind.Disguised)]
    [InlineData("ısırgan", "isirgan otu", "isirgan", HitKind.Disguised)]
    [InlineData("İPTAL", "hemen iptal edin", "iptal", HitKind.Disguised)]
    [InlineData("şerefsiz", "Ne SEREFSIZ adam", "SEREFSIZ", HitKind.Disguised)]
    [InlineData("مجنون", "أنت مَجْنُون حقا", "مَجْنُون", HitKind.Disguised)]
    [InlineData("مجنون", "مجنـــون", "مجنـــون", HitKind.Disguised)]
    [InlineData("احمق", "أحمق", "أحمق", HitKind.Disguised)]
    public void It_is_found_as_it_is_typed(string listed, string text, string typed, HitKind kind)
    {
        var hit = Assert.Single(new WordList([listed]).Find(text));
        Assert.Equal((listed, typed, kind), (hit.Listed, text.Substring(hit.Start, hit.Length), hit.Kind));
    }

    [Theory]
    [InlineData("ass", "We pass the assembly on the class list")]
    [InlineData("ass", "It was 455 metres")]
    [InlineData("casino", "casinos are another word without the asterisk")]
    [InlineData("cheap watch*", "cheap and watchful")]
    [InlineData("bob", "Bo b. said so")]
    public void It_is_not_found_in_other_words(string listed, string text) => Assert.Empty(new WordList([listed]).Find(text));

    [Fact]
    public void Every_place_is_told_in_the_order_of_the_text()
    {
        var hits = new WordList(["watch*", "casino"]).Find("casino, watches, 😀 Casino");
        Assert.Equal([0, 8, 20], hits.Select(hit => hit.Start));
    }
}
