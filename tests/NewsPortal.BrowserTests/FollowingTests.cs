using System.Text.Json.Nodes;

namespace NewsPortal.BrowserTests;

/// <summary>How open pages come to know: one stream a browser, questions where there can be none, nothing while nobody looks.</summary>
[Collection("Open pages")]
public sealed class FollowingTests(PressRoom press)
{
    private const string Stream = "eventsource";

    [Fact]
    public async Task The_tabs_of_a_browser_share_one_stream_and_the_next_takes_over_when_one_is_closed()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync();
        var asked = reader.CountQuestions();
        var (first, second, third) = (await reader.NewPageAsync(), await reader.NewPageAsync(), await reader.NewPageAsync());
        foreach (var page in new[] { first, second, third })
        {
            await page.FollowAsync(edition.Url);
        }

        Assert.Single(asked, question => question.Kind == Stream);
        await edition.RaiseAsync("One");
        await Assertions.Expect(second.Dock()).ToContainTextAsync("One");
        await Assertions.Expect(third.Dock()).ToContainTextAsync("One");

        await first.CloseAsync();
        await edition.RaiseAsync("Two");
        await Assertions.Expect(second.Dock()).ToContainTextAsync("Two");
        await Assertions.Expect(third.Dock()).ToContainTextAsync("Two");
        Assert.Equal(2, asked.Count(question => question.Kind == Stream));
    }

    [Fact]
    public async Task A_page_hears_what_happened_between_its_making_and_its_stream()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync();
        var page = await reader.NewPageAsync();
        var open = new TaskCompletionSource();
        await page.RouteAsync("**/js/changes/*", async route =>
        {
            await open.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(edition.Url, new() { WaitUntil = WaitUntilState.Commit });
        await edition.RaiseAsync("Between");
        open.SetResult();
        await Assertions.Expect(page.Dock()).ToContainTextAsync("Between");
    }

    [Fact]
    public async Task Where_streams_are_blocked_the_page_asks_every_few_seconds()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync();
        var asked = reader.CountQuestions();
        await reader.RouteAsync(OpenPage.Feed, route => route.Request.ResourceType == Stream ? route.AbortAsync() : route.ContinueAsync());
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        await edition.RaiseAsync("Asked for");
        await Assertions.Expect(page.Dock()).ToContainTextAsync("Asked for", new() { Timeout = 8_000 });
        Assert.Contains(asked, question => question.Kind == "fetch");
    }

    [Fact]
    public async Task The_server_can_make_pages_stop_asking()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync();
        var asked = reader.CountQuestions();
        await reader.RouteAsync(OpenPage.Feed, StopAsync);
        var page = await reader.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.FollowAsync(edition.Url);
        var before = asked.Count;
        await page.Clock.FastForwardAsync("30:00");
        Assert.Equal(before, asked.Count);
    }

    [Fact]
    public async Task A_tab_that_nobody_looks_at_sleeps_and_catches_up()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync();
        var asked = reader.CountQuestions();
        var page = await reader.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.FollowAsync(edition.Url);
        await page.LookAwayAsync(true);
        await page.Clock.FastForwardAsync("01:01");
        await edition.RaiseAsync("While away");
        await Assertions.Expect(page.Dock()).ToBeHiddenAsync();
        var before = asked.Count;
        await page.LookAwayAsync(false);
        await Assertions.Expect(page.Dock()).ToContainTextAsync("While away");
        Assert.Equal(before + 1, asked.Count);
    }

    [Fact]
    public async Task A_page_that_comes_back_from_the_browser_s_memory_catches_up()
    {
        var edition = await QuietAsync();
        await using var reader = await press.RememberingReaderAsync();
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        await page.EvaluateAsync("window.isTheSame = true");
        await page.FollowAsync(edition.Url + "/archive");
        await edition.RaiseAsync("While elsewhere");
        await Assertions.Expect(page.Dock()).ToContainTextAsync("While elsewhere");
        await page.EvaluateAsync("history.back()");
        await page.WaitForFunctionAsync("() => window.isTheSame");
        await Assertions.Expect(page.Dock()).ToContainTextAsync("While elsewhere");
    }

    [Fact]
    public async Task A_page_that_a_service_worker_brought_hears_what_happened_since_it_was_made()
    {
        var edition = await QuietAsync();
        await using var reader = await press.ReaderAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Allow });
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller");
        var asked = reader.CountQuestions();
        await page.FollowAsync(edition.Url + "/archive");
        Assert.Matches(@"after=\d+$", Assert.Single(asked, question => question.Kind == Stream).Url);
    }

    [Theory]
    [InlineData(Language.English, "Pause live updates", "Resume live updates")]
    [InlineData(Language.Turkish, "Canlı güncellemeyi duraklat", "Canlı güncellemeyi sürdür")]
    public async Task A_reader_can_pause_and_it_is_remembered(Language language, string pause, string resume)
    {
        var edition = await QuietAsync(language);
        await using var reader = await press.ReaderAsync();
        var asked = reader.CountQuestions();
        var page = await reader.NewPageAsync();
        await page.FollowAsync(edition.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = pause }).ClickAsync();
        var before = asked.Count;
        await page.GotoAsync(edition.Url + "/archive");
        var button = page.GetByRole(AriaRole.Button, new() { Name = resume });
        await Assertions.Expect(button).ToBeVisibleAsync();
        await edition.RaiseAsync("Not now");
        Assert.Equal(before, asked.Count);
        await Assertions.Expect(page.Dock()).ToBeHiddenAsync();

        await button.ClickAsync();
        await Assertions.Expect(page.Dock()).ToContainTextAsync("Not now");
    }

    private static async Task StopAsync(IRoute route)
    {
        if (route.Request.ResourceType == Stream)
        {
            await route.AbortAsync();
            return;
        }

        var answer = await route.FetchAsync();
        var said = JsonNode.Parse(await answer.TextAsync())!;
        said["pollSeconds"] = 0;
        await route.FulfillAsync(new() { Response = answer, Body = said.ToJsonString() });
    }

    private async Task<Edition> QuietAsync(Language language = Language.English)
    {
        var edition = await press.WritersEditionAsync(language);
        await edition.CalmAsync();
        return edition;
    }
}
