using CsCheck;
using NewsPortal.Search;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Search;

public class FoldTests
{
    [Theory]
    [InlineData("istanbul", "İstanbul", "istanbul", "ISTANBUL", "ıstanbul", "i\u0307stanbul", "  İSTANBUL! ")]
    [InlineData("isik", "ışık", "IŞIK", "Işık", "isik")]
    [InlineData("cogus", "Çöğüş", "çöğüş", "COGUS", "c\u0327o\u0308g\u0306u\u0308s\u0327")]
    [InlineData("strasse", "Straße", "STRASSE", "STRAẞE")]
    [InlineData("aero lodz", "Ærø, Łódź", "aero lodz")]
    [InlineData("елка", "Ёлка", "елка")]
    [InlineData("αθηνασ", "Αθήνας", "ΑΘΗΝΑΣ")]
    [InlineData("احمد", "أحمد", "احمد", "أَحْمَد", "اح\u0640مد", "ٱحمد")]
    [InlineData("مدرسه", "مدرسة", "مدرسه")]
    [InlineData("مصطفي", "مصطفى", "مصطفي", "مصطفی")]
    [InlineData("كتاب", "کتاب", "كتاب")]
    [InlineData("2026", "٢٠٢٦", "۲۰۲۶", "２０２６")]
    [InlineData("rock n roll", "“Rock ’n’ roll”", "rock, n (roll)")]
    [InlineData("harbour", "har\u00ADbour", "har\u200Bbour", "HARBOUR")]
    [InlineData("", "", "…", " \u00A0 ")]
    public void Readers_find_a_word_however_they_write_it(string folded, params string[] written)
        => Assert.All(written, text => Assert.Equal(folded, Fold.Of(text)));

    [Theory]
    [InlineData("か", "が")]
    [InlineData("कि", "की")]
    [InlineData("sac", "sag")]
    public void Words_that_differ_stay_different(string one, string other) => Assert.NotEqual(Fold.Of(one), Fold.Of(other));

    [Theory]
    [InlineData("\ud83d", "")]
    [InlineData("a\ufffeb", "a b")]
    [InlineData("ş\uffff\u0000b", "s b")]
    [InlineData("\udc00x\ud83d\ude00y", "x y")]
    public void What_is_no_character_stands_between_words(string text, string folded) => Assert.Equal(folded, Fold.Of(text));

    [Fact]
    public void Folding_again_changes_nothing() => Gen.String.Try(text =>
    {
        var once = Fold.Of(text);
        Assert.Equal(once, Fold.Of(once));
        Assert.DoesNotContain("  ", once, StringComparison.Ordinal);
    });
}
