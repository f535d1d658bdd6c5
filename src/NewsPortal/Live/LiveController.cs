using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Live;

/// <summary>The parts of a coverage that an open page fetches; whoever has the same entries gets the same answer.</summary>
[Route("/live/{story:int:min(1)}")]
public sealed class LiveController(NewsDb db, PageBasis basis, SiteDates dates) : Controller
{
    private const int MostUpdates = 50;

    /// <summary>What was sent after an entry. Of more than can be put into a page at once, nothing: it is opened anew.</summary>
    [HttpGet("updates"), HttpHead("updates"), Stored("after")]
    public async Task<IActionResult> Updates(int story, string? after, CancellationToken cancel)
    {
        basis.RestsOn(CacheTag.Live(story));
        if (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || await FindAsync(story, cancel) is not { } live)
        {
            return NotFound();
        }

        if (live.IsGone)
        {
            return Gone();
        }

        var entries = await db.Entries.OnAir(story).Where(e => e.Order > place).OrderByDescending(e => e.Order)
            .Take(MostUpdates + 1).AsLines().ToListAsync(cancel);
        var startsOver = entries.Count > MostUpdates || place > live.LastOrder;
        basis.Shows(entries);
        return Fragment("Updates", new LiveUpdates(live.Url, startsOver ? [] : entries, startsOver, place));
    }

    [HttpGet("entries/{id:int:min(1)}"), HttpHead("entries/{id:int:min(1)}"), Stored]
    public async Task<IActionResult> Entry(int story, int id, CancellationToken cancel)
    {
        basis.RestsOn(CacheTag.Entry(id));
        if (await FindAsync(story, cancel) is not { } live)
        {
            return NotFound();
        }

        var entry = live.IsGone ? null : await db.Entries.OnAir(story).Where(e => e.Id == id).AsLines().FirstOrDefaultAsync(cancel);
        if (entry is null)
        {
            return live.IsGone || await WasSentAsync(story, id, cancel) ? Gone() : NotFound();
        }

        basis.Shows([entry]);
        return Fragment("_Entries", new EntriesLook([entry], live.Url));
    }

    private Task<bool> WasSentAsync(int story, int id, CancellationToken cancel)
        => db.Entries.AnyAsync(e => e.Id == id && e.ArticleId == story && e.SentUtc != null, cancel);

    private Task<LiveStory?> FindAsync(int id, CancellationToken cancel)
    {
        basis.RestsOn(CacheTag.Address(id));
        return db.Coverages.Where(c => c.ArticleId == id && (c.Article!.State == ArticleState.Published || c.Article.State == ArticleState.Withdrawn))
            .Select(c => new LiveStory(
                StoryAddress.Of(c.Article!.Section!.Slug, c.Article.Slug, c.Article.Id), c.Article.State == ArticleState.Withdrawn, c.LastOrder))
            .FirstOrDefaultAsync(cancel);
    }

    private PartialViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return PartialView("_Removed");
    }

    private PartialViewResult Fragment(string view, object model)
    {
        // Times of today are said without their day.
        basis.IsTrueUntil(dates.TomorrowUtc);
        Response.Headers["X-Robots-Tag"] = "noindex";
        return PartialView(view, model);
    }

    private sealed record LiveStory(string Url, bool IsGone, int LastOrder);
}

/// <param name="StoryUrl">The story's address.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="StartsOver">Too much was missed, or what was asked after is unknown.</param>
/// <param name="After">What was asked after.</param>
public sealed record LiveUpdates(string StoryUrl, IReadOnlyList<EntryLine> Entries, bool StartsOver, int After)
{
    /// <summary>What to ask after next time.</summary>
    public int Last => Entries is [var newest, ..] ? newest.Order : After;
}
