using NewsPortal.Breaking;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Breaking;

/// <summary>What may become of one flash.</summary>
public sealed class FlashTests
{
    private static readonly DateTime Now = Some.Noon;

    [Theory]
    [InlineData("The bridge is shut", "The bridge is shut")]
    [InlineData("  The bridge\r\nis  shut \t", "The bridge is shut")]
    [InlineData("\u0627\u0644\u062c\u0633\u0631 \u200fABC\u200f \u0645\u063a\u0644\u0642", "\u0627\u0644\u062c\u0633\u0631 \u200fABC\u200f \u0645\u063a\u0644\u0642")]
    [InlineData("\U0001f469\u200d\U0001f692 saved it", "\U0001f469\u200d\U0001f692 saved it")]
    public void A_flash_is_one_line(string typed, string line) => Assert.Equal(line, Raise(typed).Text);

    [Theory]
    [InlineData("Zero\u0000width")]
    [InlineData("Turned \u202egnuor\u202c")]
    [InlineData("Isolated \u2067gnuor\u2069")]
    [InlineData("Bell \u0007")]
    [InlineData("Nothing \u200b to see")]
    [InlineData("Half a \ud83d pair")]
    [InlineData("\u200b")]
    public void What_cannot_be_seen_is_no_flash(string typed)
        => Assert.StartsWith("There is a character in it", Assert.Throws<RefusedException>(() => Raise(typed)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_characters_are_no_flash()
        => Assert.Throws<RefusedException>(() => Raise(new string('a', 10_000)));

    [Theory]
    [InlineData("The <b>bridge</b> is shut", true)]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("Shut &amp; closed", true)]
    [InlineData("Shut & closed; 3 < 4 & 5 > 4", false)]
    public void Markup_is_known_by_its_signs(string text, bool is_markup) => Assert.Equal(is_markup, FlashText.HasMarkup(text));

    [Fact]
    public void No_flash_is_planned_to_stay_for_longer_than_a_day()
    {
        Assert.Throws<RefusedException>(() => Flash.Raise(new FlashCopy(FlashLevel.Urgent, "Now", Now.AddHours(25)), Some.Ada, Now));
        var flash = Raise("Now", TimeSpan.FromMinutes(1430));
        flash.Extend(TimeSpan.FromMinutes(30), Some.Ada, Now);
        Assert.Equal(Now.AddHours(24), flash.EndsUtc);
        Assert.Throws<RefusedException>(() => flash.Extend(TimeSpan.FromMinutes(30), Some.Ada, Now));
    }

    [Fact]
    public void Readers_see_that_words_were_corrected_but_not_that_the_level_is_another()
    {
        var flash = Raise("The bridge is shut");
        flash.Correct(FlashLevel.Developing, "The bridge is shut", Some.Bo, Now.AddMinutes(1));
        Assert.Null(flash.CorrectedUtc);
        flash.Correct(FlashLevel.Developing, "The bridge is open", Some.Bo, Now.AddMinutes(2));
        Assert.Equal(Now.AddMinutes(2), flash.CorrectedUtc);
        Assert.Throws<RefusedException>(() => flash.Correct(FlashLevel.Developing, " The bridge is open ", Some.Bo, Now.AddMinutes(3)));
    }

    [Fact]
    public void It_is_taken_back_within_moments_or_not_at_all()
    {
        var (early, late) = (Raise("The bridge is shut"), Raise("The bridge is shut"));
        early.TakeBack(Some.Ada, Now.AddSeconds(10));
        Assert.Equal((FlashEnding.TakenBack, Now.AddSeconds(10)), (early.Ending, early.EndsUtc));
        Assert.Throws<RefusedException>(() => early.Correct(FlashLevel.Urgent, "Otherwise", Some.Ada, Now.AddSeconds(11)));
        Assert.Throws<RefusedException>(() => late.TakeBack(Some.Ada, Now.AddSeconds(16)));
    }

    [Fact]
    public void What_has_ended_is_neither_ended_nor_prolonged()
    {
        var flash = Raise("The bridge is shut");
        Assert.Throws<RefusedException>(() => flash.Lift(Some.Ada, Now.AddHours(1)));
        Assert.Throws<RefusedException>(() => flash.Extend(TimeSpan.FromMinutes(30), Some.Ada, Now.AddHours(1)));
    }

    private static Flash Raise(string text, TimeSpan? lasting = null)
        => Flash.Raise(new FlashCopy(FlashLevel.LastMinute, text, Now + (lasting ?? TimeSpan.FromHours(1))), Some.Ada, Now);
}
