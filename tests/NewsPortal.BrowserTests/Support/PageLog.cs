using System.Collections.Concurrent;

namespace NewsPortal.BrowserTests.Support;

/// <summary>Everything a page did that its reader did not ask for. Attach it before the first address is opened.</summary>
public sealed class PageLog
{
    private const string WatchPolicy = """
        document.addEventListener('securitypolicyviolation', (refused) =>
          console.error(`policy: ${refused.violatedDirective} refused ${refused.blockedURI}`));
        """;

    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentQueue<string> failures = new();
    private readonly ConcurrentQueue<string> requests = new();

    /// <summary>What the console says of errors, thrown or written, refusals by the content security policy included.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>Requests for parts of the page that got no answer, or a bad one.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    public IReadOnlyCollection<string> Requests => requests;

    public static async Task<PageLog> KeepAsync(IPage page)
    {
        var log = new PageLog();
        await page.AddInitScriptAsync(WatchPolicy);
        page.PageError += (_, error) => log.errors.Enqueue(error);
        page.Console += (_, message) => log.Note(message);
        page.Request += (_, request) => log.requests.Enqueue(request.Url);
        page.RequestFailed += (_, request) => log.Note(request);
        page.Response += (_, response) => log.Note(response);
        return log;
    }

    // A page that answers 404 on purpose is an "error" to the console; its parts are watched by their responses.
    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            errors.Enqueue($"{message.Text} ({message.Location})");
        }
    }

    // A page that is made wider drops the picture it was loading for a larger one; that is the browser's own doing.
    private void Note(IRequest request)
    {
        if (request.Failure != "net::ERR_ABORTED")
        {
            failures.Enqueue($"{request.Url}: {request.Failure}");
        }
    }

    private void Note(IResponse response)
    {
        if (response.Status >= 400 && !response.Request.IsNavigationRequest)
        {
            failures.Enqueue($"{response.Url}: {response.Status}");
        }
    }
}
