using CsCheck;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Shared;

public class SlugTests
{
    [Theory]
    [InlineData("Storm gate fails to close", "storm-gate-fails-to-close")]
    [InlineData("  “Rock ’n’ Roll” -- it’s 5 o'clock! ", "rock-n-roll-its-5-oclock")]
    [InlineData("IŞIL ışıl İstanbul'da ÇÖĞÜŞ çöğüş", "isil-isil-istanbulda-cogus-cogus")]
    [InlineData("Straße, Ärger & Übergröße", "strasse-arger-ubergrosse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Ærø, Ålesund, þingvellir, Ísafjörður", "aero-alesund-thingvellir-isafjordur")]
    [InlineData("Łódź i Đurđevac, Œuvre", "lodz-i-durdevac-oeuvre")]
    [InlineData("Việt Nam", "viet-nam")]
    [InlineData("Москва ждёт: объявлен съезд", "moskva-zhdyot-obyavlen-sezd")]
    [InlineData("Київ, Їжак", "kiyiv-yizhak")]
    [InlineData("Αθήνα, Ελλάς", "athina-ellas")]
    [InlineData("القاهرة تنتظر", "alqahra-tntzr")]
    [InlineData("تهران ۱۴۰۵ پیام", "thran-1405-pyam")]
    [InlineData("مُحَمَّد", "mhmd")]
    [InlineData("תל אביב", "tl-abyb")]
    [InlineData("ﬁnance ２０２６ ①", "finance-2026")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("a/b\\c?d#e%f", "a-b-c-d-e-f")]
    [InlineData("flood 🌊 2026", "flood-2026")]
    public void Every_letter_has_its_place_in_an_address(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("🌊🌊")]
    [InlineData("東京の洪水")]
    [InlineData("???")]
    [InlineData("\ud83d")]
    public void Text_without_such_letters_has_a_short_steady_name(string text)
    {
        Assert.Matches("^story-[0-9a-f]{4}$", Slug.Of(text));
        Assert.Equal(Slug.Of(text), Slug.Of(text));
    }

    [Fact]
    public void Different_such_texts_have_different_names() => Assert.NotEqual(Slug.Of("東京"), Slug.Of("大阪"));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void No_text_is_the_fallback(string text) => Assert.Equal("tag", Slug.Of(text, fallback: "tag"));

    [Fact]
    public void It_is_cut_at_the_end_of_a_word()
    {
        Assert.Equal("the-storm-gate-fails", Slug.Of("The storm gate fails to close again", 22));
        Assert.Equal(new string('a', 80), Slug.Of(new string('a', 500)));
    }

    [Fact]
    public void Any_text_gives_an_address() => Gen.String.Try(text =>
    {
        var slug = Slug.Of(text);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
        Assert.True(slug.Length <= 80);
    });
}
