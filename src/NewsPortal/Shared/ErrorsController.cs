using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Shared;

/// <summary>The paper's own pages for an address without a page and for a request that failed.</summary>
public sealed class ErrorsController(NewsDb db, PageBasis basis) : Controller
{
    private const int LatestStories = 4;

    [Route("/error/{code:int}")]
    [ApiExplorerSettings(IgnoreApi = true)]
    public async Task<IActionResult> Show(int code, CancellationToken cancel)
    {
        // Asked for by hand, this address is nothing either.
        var happened = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Response.StatusCode = happened ? code : StatusCodes.Status404NotFound;
        if (Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            return View("Failed");
        }

        var latest = await db.Articles.Placed().NewestFirst().Take(LatestStories).AsCards().ToListAsync(cancel);
        basis.RestsOn(CacheTag.Archive);
        basis.Shows(latest);
        return View(Response.StatusCode == StatusCodes.Status404NotFound ? "NotFound" : "Refused", latest);
    }
}
