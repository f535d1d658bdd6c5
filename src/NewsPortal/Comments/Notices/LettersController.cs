using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Comments.Notices;

/// <summary>
/// What the links in letters open. Mail programs and their scanners open links by themselves, so opening one changes
/// nothing: a button does, or the one click of a mail program (RFC 8058), which brings no cookie.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LettersController(Subscribing subscribing, NoticeKeys keys) : Controller
{
    private const int MostFormBytes = 4 * 1024;

    [HttpGet(NoticeKeys.Confirmation)]
    public async Task<IActionResult> Ask(string? key, CancellationToken cancel)
        => keys.ReadConfirmation(key) is { } who && await subscribing.IsWaitedForAsync(who, cancel) ? View("Confirmation", new LetterPage(key!)) : Gone();

    [HttpPost(NoticeKeys.Confirmation), RequestSizeLimit(MostFormBytes)]
    public async Task<IActionResult> Confirm(string? key, CancellationToken cancel)
        => keys.ReadConfirmation(key) is { } who && await subscribing.ConfirmAsync(who, cancel) ? View("Confirmation", new LetterPage(key!) { IsDone = true }) : Gone();

    [HttpGet(NoticeKeys.Ending)]
    public IActionResult AskEnd(string? key) => keys.ReadEnding(key) is null ? Gone() : View("Ending", new LetterPage(key!));

    [HttpPost(NoticeKeys.Ending), RequestSizeLimit(MostFormBytes)]
    public async Task<IActionResult> End(string? key, CancellationToken cancel)
    {
        if (keys.ReadEnding(key) is not { } who)
        {
            return Gone();
        }

        await subscribing.StopAsync(who, cancel);
        return View("Ending", new LetterPage(key!) { IsDone = true });
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkGone");
    }
}

/// <summary>Whether letters are wanted.</summary>
/// <param name="Key">Of the link that was opened.</param>
public sealed record LetterPage(string Key)
{
    public bool IsDone { get; init; }
}
