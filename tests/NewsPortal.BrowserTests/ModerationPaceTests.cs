using System.Diagnostics;
using System.Globalization;
using NewsPortal.Comments;

namespace NewsPortal.BrowserTests;

/// <summary>A moderator clears more than a list holds by keyboard alone, as fast as the page lets them.</summary>
public sealed class ModerationPaceTests(PressRoom press)
{
    private const int Waiting = 120;
    private const int BetweenSecondThoughts = 16;
    private const int LeastPerMinute = 60;
    private const string Next = """
        () => {
          const row = document.querySelector('#queue li:not([data-mark]):has([aria-current=true])');
          return document.documentElement.dataset.moderation === 'ready' && document.querySelector('#decide')?.dataset.id === row?.dataset.id && row?.dataset.id;
        }
        """;

    [Fact]
    public async Task Each_comment_is_decided_once_and_as_its_key_says()
    {
        var (edition, story, page, log) = await press.OpenModerationAsync(Language.English, 1280, Waiting);
        var decided = new Dictionary<string, CommentState>(StringComparer.Ordinal);
        var since = Stopwatch.GetTimestamp();
        while (decided.Count < Waiting)
        {
            var text = await ReadNextAsync(page);
            if (decided.Count % BetweenSecondThoughts == BetweenSecondThoughts - 1)
            {
                await page.Keyboard.PressAsync("a");
                await page.Keyboard.PressAsync("u");
                await Assertions.Expect(page.Locator("#just")).ToContainTextAsync(edition.Say("undone.one"));
                await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync(text);
                await ReadNextAsync(page);
            }

            Assert.True(decided.TryAdd(text, await DecideAsync(page, decided.Count)), $"{text} came twice.");
        }

        await Assertions.Expect(page.Locator("#queue li")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        var took = Stopwatch.GetElapsedTime(since);
        Assert.Equal(Enumerable.Range(1, Waiting).Select(number => decided[string.Create(CultureInfo.InvariantCulture, $"Comment {number}")]), await edition.StatesAsync(story));
        Assert.True(Waiting / took.TotalMinutes >= LeastPerMinute, $"{Waiting} comments took {took}.");
        Assert.Empty(log.Errors);
    }

    private static async Task<string> ReadNextAsync(IPage page)
    {
        await page.WaitForFunctionAsync(Next, null, new() { Timeout = 20_000 });
        return await page.Locator(".case .said").InnerTextAsync();
    }

    private static async Task<CommentState> DecideAsync(IPage page, int number)
    {
        var (key, verdict) = (number % 3) switch { 0 => ("a", CommentState.Approved), 1 => ("s", CommentState.Spam), _ => ("r", CommentState.Rejected) };
        await page.Keyboard.PressAsync(key);
        if (verdict == CommentState.Rejected)
        {
            await page.Keyboard.PressAsync("2");
        }

        return verdict;
    }
}
