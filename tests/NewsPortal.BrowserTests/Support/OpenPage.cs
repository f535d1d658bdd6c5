using System.Collections.Concurrent;

namespace NewsPortal.BrowserTests.Support;

/// <summary>A page that a reader keeps open, and what it asks of the change feed.</summary>
public static class OpenPage
{
    public const string Feed = "**/changes*";

    /// <summary>Opens it, and waits until it hears what the paper publishes.</summary>
    public static async Task FollowAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.FollowsAsync();
    }

    public static Task FollowsAsync(this IPage page) => page.Locator("[data-live=on]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public static ILocator Dock(this IPage page) => page.Locator(".flash--dock");

    public static ILocator Bar(this IPage page) => page.Locator(".flash:not(.flash--dock)");

    public static ILocator Line(this IPage page, int flash) => page.Locator($"[data-flash='{flash}']");

    /// <summary>What was asked of the feed from now on: "eventsource" or "fetch", and the address.</summary>
    public static ConcurrentQueue<(string Kind, string Url)> CountQuestions(this IBrowserContext reader)
    {
        var asked = new ConcurrentQueue<(string, string)>();
        reader.Request += (_, request) =>
        {
            if (request.Url.Contains("/changes?", StringComparison.Ordinal) || request.Url.EndsWith("/changes", StringComparison.Ordinal))
            {
                asked.Enqueue((request.ResourceType, request.Url));
            }
        };
        return asked;
    }

    /// <summary>As if the reader looked at another tab, or came back: a browser without a screen hides none.</summary>
    public static Task LookAwayAsync(this IPage page, bool away) => page.EvaluateAsync(
        """
        (away) => {
          Object.defineProperty(document, 'hidden', { configurable: true, value: away });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        away);
}
