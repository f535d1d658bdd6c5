using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Search;
using NewsPortal.Sections;

namespace NewsPortal.Admin.Articles;

/// <summary>Tags and stories that fit what is being typed.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/suggestions")]
public sealed class SuggestionsController(NewsDb db, IStorySearch search, TagNames tags, SiteDates dates) : AdminController
{
    private const int MostStories = 10;

    [HttpGet("tags")]
    public async Task<IActionResult> Tags(string? typed, CancellationToken cancel)
    {
        var last = (typed ?? "").Split([',', '،'])[^1].Trim();
        return Ok(new { names = await tags.StartingAsync(last, cancel), hints = await tags.HintsAsync(typed, cancel) });
    }

    [HttpGet("stories")]
    public async Task<IActionResult> Stories(string? typed, CancellationToken cancel)
    {
        var query = SearchQuery.Parse(typed);
        var cards = query.CanFind
            ? (await search.FindAsync(new SearchQuestion(query), new PageTurn(null, null), cancel))?.Stories.Stories ?? []
            : await db.Articles.Placed().NewestFirst().Take(MostStories).AsCards().ToListAsync(cancel);
        return Ok(cards.Take(MostStories).Select(card => new { id = card.Id, headline = card.Headline, when = dates.Brief(card.PublishedUtc) }));
    }
}
