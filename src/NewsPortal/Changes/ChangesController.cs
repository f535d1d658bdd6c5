using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Changes;

/// <summary>The change feed for pages that are open: what happened after what they know of. Whoever can hold a stream asks <see cref="Streams.StreamDoor"/>.</summary>
public sealed class ChangesController(RecentChanges recent, ChangeBell bell, ChangePages pages) : Controller
{
    [HttpGet("/changes"), HttpHead("/changes")]
    public async Task<IActionResult> Index([FromQuery] string? after, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return Json(long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? await PageAsync(known, cancel)
            : await pages.AnewAsync());
    }

    private async Task<ChangePage> PageAsync(long after, CancellationToken cancel)
    {
        if (after > recent.Newest)
        {
            // Another instance may have been quicker.
            await bell.LookAsync();
        }

        return await pages.AfterAsync(after, cancel);
    }
}
