using NewsPortal.Shared;

namespace NewsPortal.Tests.Shared;

public sealed class WallTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_time_on_the_clock_is_kept_as_it_was_said_with_its_zone_and_its_instant()
    {
        var time = WallTime.Read("2026-07-01T09:30", Berlin).Time;
        Assert.Equal(new WallTime("2026-07-01T09:30", "Europe/Berlin", Utc("2026-07-01T07:30")), time);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_asked_about_with_the_nearest_on_either_side()
    {
        var reading = WallTime.Read("2026-03-29T02:30", Berlin);
        Assert.Equal((WallQuestion.Skipped, null), (reading.Question, reading.Time));
        Assert.Equal(["2026-03-29T01:59", "2026-03-29T03:00"], reading.Offers.Select(offer => offer.Text));
        Assert.Equal(Utc("2026-03-29T00:59"), reading.Offers[0].Utc);
        Assert.Equal(Utc("2026-03-29T01:00"), reading.Offers[1].Utc);
    }

    [Fact]
    public void A_time_that_the_clock_shows_twice_is_asked_about_and_the_answer_names_its_offset()
    {
        var reading = WallTime.Read("2026-10-25T02:30", Berlin);
        Assert.Equal(WallQuestion.Twice, reading.Question);
        Assert.Equal([Utc("2026-10-25T00:30"), Utc("2026-10-25T01:30")], reading.Offers.Select(offer => offer.Utc));

        var answers = reading.Offers.Select(offer => offer.Exact(Berlin)).ToList();
        Assert.Equal(["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"], answers);
        Assert.Equal(reading.Offers, answers.Select(answer => WallTime.Read(answer, Berlin).Time!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01T00:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("2026-07-01T09:30+99:00")]
    public void What_is_no_time_is_said_to_be_none(string? text)
        => Assert.Equal(WallQuestion.Unreadable, WallTime.Read(text, Berlin).Question);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
