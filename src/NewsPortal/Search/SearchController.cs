using Microsoft.AspNetCore.Mvc;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.PageCache;

namespace NewsPortal.Search;

public sealed class SearchController(IStorySearch search, Navigation navigation, PageBasis basis, Site site) : Controller
{
    [HttpGet("/search"), HttpHead("/search"), Stored("q", "section", "since", "before", "after")]
    public async Task<IActionResult> Show(SearchForm form, string? before, string? after, CancellationToken cancel)
    {
        var page = new SearchPage(form, (await navigation.ReadAsync(cancel)).Sections);
        if (!page.Query.CanFind)
        {
            return View(page);
        }

        var since = form.SinceDay is { } day ? site.Days(day, day).From : (DateTime?)null;
        basis.RestsOn(CacheTag.Search);
        var turn = new PageTurn(before, after);
        var found = await search.FindAsync(new SearchQuestion(page.Query, page.Section?.Id, since), turn, cancel);
        return found is null ? NotFound() : View(page with { Found = found, IsFirst = turn.IsFirst });
    }
}
