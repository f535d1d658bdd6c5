using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using NewsPortal.Bench.Streams;

namespace NewsPortal.Bench.Comments;

/// <summary>How many comments a moderator clears in a minute by keyboard alone, in Chromium, as fast as the page lets them.</summary>
internal static class PaceBench
{
    private const double Least = 60;
    private const int Slow = 30_000;

    public static async Task RunAsync(int comments)
    {
        using var paper = await Paper.DemoAsync();
        await using var newsroom = await paper.ServeAsync(Surroundings.Any, Arriving.Setting);
        await Editor.HireAsync(paper, newsroom);
        var story = (await StoredComments.OpenStoriesAsync(paper))[0];
        await using (var readers = new Arriving(newsroom, [story]))
        {
            for (var sent = 0; sent < comments; sent++)
            {
                await readers.SendAsync();
            }
        }

        var took = await ClearAsync(newsroom, string.Create(CultureInfo.InvariantCulture, $"/admin/comments?story={story}"));
        new Figure("comments cleared by keyboard in a minute", [comments / took.TotalMinutes], [Least], Least: 1).Print();
        var left = await StoredComments.QueryAsync(paper, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM Comments WHERE ArticleId = {story} AND State = 'Pending';"));
        Figure.PrintNone("comments that wait still", long.Parse(left, CultureInfo.InvariantCulture));
    }

    private static async Task<TimeSpan> ClearAsync(Child newsroom, string queue)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var window = await Window.OpenAsync(playwright, new Uri($"http://localhost:{newsroom.Address.Port}"));
        await new DeskWindow(window.Page).OpenAsync(Editor.Email, Editor.Password);
        await window.Page.GotoAsync(queue);
        await window.Page.Locator("html[data-moderation=ready]").WaitForAsync();
        var clock = Stopwatch.StartNew();
        for (var decided = 0; await NextAsync(window.Page); decided++)
        {
            await window.Page.Keyboard.PressAsync((decided % 3) switch { 0 => "a", 1 => "s", _ => "r" });
            if (decided % 3 == 2)
            {
                await window.Page.Keyboard.PressAsync("2");
            }
        }

        return clock.Elapsed;
    }

    // One that is open and not decided yet; none once the list is empty. Pages of the list follow each other by themselves.
    private static async Task<bool> NextAsync(IPage page)
    {
        await page.WaitForFunctionAsync(
            """
            () => document.readyState === 'complete'
              && (!document.querySelector('#queue li')
                || (document.documentElement.dataset.moderation === 'ready' && document.querySelector('#queue li:not([data-mark]) [aria-current=true]')))
            """,
            null,
            new() { Timeout = Slow });
        return await page.Locator("#queue li").CountAsync() > 0;
    }
}
