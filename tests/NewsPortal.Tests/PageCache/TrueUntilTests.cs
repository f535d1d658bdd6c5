using System.Globalization;

namespace NewsPortal.Tests.PageCache;

/// <summary>What only time makes old.</summary>
public sealed class TrueUntilTests
{
    [Fact]
    public async Task A_page_that_says_something_else_after_a_while_knew_when_it_would()
    {
        await using var paper = new SmallPaper();
        await paper.InitializeAsync();
        await paper.FollowAsync(async it => await it.RaiseAsync("A ferry will be late", null, TimeSpan.FromHours(1), ahead: TimeSpan.FromHours(2)));
        foreach (var hours in new[] { 1, 2, 1, 3, 6, 24, 24 * 6, 24 * 20, 24 * 40 })
        {
            var effect = await paper.FollowAsync(it =>
            {
                it.Newsroom.Clock.Advance(TimeSpan.FromHours(hours));
                return Task.CompletedTask;
            });
            Assert.DoesNotContain(effect.Changed, page => effect.Before[page].TrueUntilUtc > paper.Now);
        }
    }

    [Theory]
    [InlineData("UTC", "2026-11-22T12:00", "2026-11-23T00:00")]
    [InlineData("Europe/Istanbul", "2026-11-22T12:00", "2026-11-22T21:00")]
    [InlineData("Europe/Istanbul", "2026-11-22T21:00", "2026-11-23T21:00")]
    [InlineData("America/New_York", "2026-11-01T03:59", "2026-11-01T04:00")]
    [InlineData("America/New_York", "2026-11-01T04:00", "2026-11-02T05:00")]
    // Here the clocks are put forward at midnight, and back to it.
    [InlineData("Atlantic/Azores", "2026-03-28T12:00", "2026-03-29T01:00")]
    [InlineData("Atlantic/Azores", "2026-03-29T01:00", "2026-03-30T00:00")]
    [InlineData("Atlantic/Azores", "2026-10-24T12:00", "2026-10-25T00:00")]
    [InlineData("Atlantic/Azores", "2026-10-25T00:30", "2026-10-26T01:00")]
    public async Task The_date_of_a_page_is_true_until_midnight_on_the_clock_of_the_site(string zone, string now, string until)
    {
        var (newsroom, recorder) = BasisRecorder.Open(("Site:TimeZone", zone));
        await using var paper = newsroom;
        newsroom.Clock.AdjustTime(Utc(now));
        Assert.Equal(Utc(until), (await recorder.ReadAsync(newsroom.Reader(), "/archive")).TrueUntilUtc);
    }

    [Fact]
    public async Task A_feed_is_true_until_something_happens()
    {
        var (newsroom, recorder) = BasisRecorder.Open();
        await using var paper = newsroom;
        Assert.Equal(DateTime.MaxValue, (await recorder.ReadAsync(newsroom.Reader(), "/rss.xml")).TrueUntilUtc);
    }

    private static DateTime Utc(string time) => DateTime.SpecifyKind(DateTime.Parse(time, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
