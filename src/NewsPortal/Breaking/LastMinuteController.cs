using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Breaking;

/// <summary>What is, and what was, "Last minute": the flashes of the last days over the stories they were about.</summary>
public sealed class LastMinuteController(NewsDb db, TimeProvider clock) : Controller
{
    private const int MostFlashes = 20;
    private static readonly TimeSpan FlashesOf = TimeSpan.FromDays(7);

    [HttpGet("/last-minute"), HttpHead("/last-minute"), Stored("before", "after")]
    public async Task<IActionResult> Show(string? before, string? after, CancellationToken cancel)
    {
        var turn = new PageTurn(before, after);
        if (await StoryList.ReadAsync(db, db.Articles.Where(a => a.LastMinute).Placed(), turn, cancel) is not { } stories)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - FlashesOf;
        IReadOnlyList<FlashLine> flashes = !turn.IsFirst ? [] : await db.Flashes.Where(f => f.RaisedUtc > since && f.RaisedUtc <= now)
            .OrderByDescending(f => f.RaisedUtc).ThenByDescending(f => f.Id).Take(MostFlashes).AsLines().ToListAsync(cancel);
        return View(new LastMinutePage(flashes, stories, turn.IsFirst, now));
    }
}

public sealed record LastMinutePage(IReadOnlyList<FlashLine> Flashes, StoryList Stories, bool IsFirst, DateTime Now);
