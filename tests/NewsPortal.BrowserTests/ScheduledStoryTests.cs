using System.Globalization;
using System.Net;

namespace NewsPortal.BrowserTests;

/// <summary>A story that is planned, a server that is killed before its time, and one that is started after it.</summary>
public sealed class ScheduledStoryTests(PressRoom press)
{
    [Theory]
    [InlineData("en-GB", "The server was down when it was due.", 1280)]
    [InlineData("tr-TR", "Zamanı geldiğinde sunucu çalışmıyordu.", 390)]
    public async Task A_story_that_came_due_while_the_server_was_dead_goes_out_at_the_next_start_and_the_desk_says_so(string culture, string said, int width)
    {
        await using var paper = await SeparatePaper.StartAsync("--Site:TimeZone=Europe/Istanbul", $"--Site:Culture={culture}");
        await using var browser = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await browser.NewPageAsync();
        await page.SetUpAsync(paper.SetUpLink);
        var story = await page.WriteAsync(paper.Url, "The night ferry sails", "At the hour it said.");

        var due = NextWholeMinute();
        await page.GotoAsync(story + "/publication");
        await page.FillAsync("#at", TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul")).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.ClickAsync("[action$='/schedule'] button.btn:not(.btn--bad)");
        await page.Locator(".note--good").WaitForAsync();
        paper.Kill();
        await Task.Delay(Remaining(due) + TimeSpan.FromSeconds(1), Xunit.TestContext.Current.CancellationToken);
        await paper.StartAgainAsync();

        await EventuallyOutAsync(paper.Url);
        await page.GotoAsync(paper.Url + "/admin");
        Assert.Contains(said, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(paper.Url);
        await page.ClickAsync("text=The night ferry sails");
        var published = DateTimeOffset.Parse((await page.GetAttributeAsync("meta[property='article:published_time']", "content"))!, CultureInfo.InvariantCulture);
        Assert.Equal(due, published);
    }

    private static async Task EventuallyOutAsync(string url)
    {
        using var http = new HttpClient();
        for (var patience = 0; patience < 100; patience++)
        {
            if (WebUtility.HtmlDecode(await http.GetStringAsync(url, Xunit.TestContext.Current.CancellationToken)).Contains("The night ferry sails", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(200, Xunit.TestContext.Current.CancellationToken);
        }

        Assert.Fail("The story did not go out.");
    }

    // Plans are made to the minute; one that is too near could pass while the form is sent.
    private static DateTimeOffset NextWholeMinute()
    {
        var now = TimeProvider.System.GetUtcNow();
        var minute = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero).AddMinutes(1);
        return Remaining(minute) < TimeSpan.FromSeconds(15) ? minute.AddMinutes(1) : minute;
    }

    private static TimeSpan Remaining(DateTimeOffset due)
    {
        var left = due - TimeProvider.System.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
