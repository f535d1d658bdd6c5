using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Breaking;

/// <summary>What is, and what was, "Last minute": the flashes of the last days over the stories they were about.</summary>
public sealed class LastMinuteController(NewsDb db, StoryLists lists, PageBasis basis, TimeProvider clock) : Controller
{
    private const int MostFlashes = 20;
    private static readonly TimeSpan FlashesOf = TimeSpan.FromDays(7);

    [HttpGet("/last-minute"), HttpHead("/last-minute"), Stored("before", "after")]
    public async Task<IActionResult> Show(string? before, string? after, CancellationToken cancel)
    {
        var turn = new PageTurn(before, after);
        if (await lists.ReadAsync(db.Articles.Where(a => a.LastMinute).Placed(), [CacheTag.LastMinute], turn, cancel) is not { } stories)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var flashes = turn.IsFirst ? await FlashesAsync(now, cancel) : [];
        return View(new LastMinutePage(flashes, await FollowedAsync(flashes, cancel), stories, turn.IsFirst, now));
    }

    private async Task<IReadOnlyList<FlashLine>> FlashesAsync(DateTime now, CancellationToken cancel)
    {
        var since = now - FlashesOf;
        var flashes = await db.Flashes.Where(f => f.RaisedUtc > since && f.RaisedUtc <= now && f.Ending != FlashEnding.TakenBack)
            .OrderByDescending(f => f.RaisedUtc).ThenByDescending(f => f.Id).Take(MostFlashes).AsLines().ToListAsync(cancel);
        basis.Shows(flashes);
        foreach (var flash in flashes)
        {
            basis.IsTrueUntil(flash.RaisedUtc + FlashesOf);
            basis.IsTrueUntil(flash.EndsUtc > now ? flash.EndsUtc : DateTime.MaxValue);
        }

        return flashes;
    }

    private Task<Dictionary<int, string>> FollowedAsync(IReadOnlyList<FlashLine> flashes, CancellationToken cancel)
    {
        var ids = flashes.Select(flash => (int?)flash.Id).ToList();
        return db.Flashes.AsNoTracking().Followed().Where(f => ids.Contains(f.ReplacedById)).ToDictionaryAsync(f => f.ReplacedById!.Value, f => f.Text, cancel);
    }
}

/// <param name="Followed">By the id of a follow-up, the words of what it follows.</param>
public sealed record LastMinutePage(IReadOnlyList<FlashLine> Flashes, IReadOnlyDictionary<int, string> Followed, StoryList Stories, bool IsFirst, DateTime Now);
