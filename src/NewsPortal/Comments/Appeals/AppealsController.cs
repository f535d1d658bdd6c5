using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Comments.Appeals;

/// <summary>A second look at a comment that was not published, asked for by whoever wrote it, once.</summary>
[Route("/comments/{id:int}/appeal")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AppealsController(Appealing appeals, Recognition recognition, Words words) : Controller
{
    private const int MostFormBytes = 16 * 1024;

    [HttpGet]
    public async Task<IActionResult> Show(int id, string? key, CancellationToken cancel) => await FindAsync(id, key, cancel) is { } page ? View("Appeal", page) : NotFound();

    [HttpPost, RequestSizeLimit(MostFormBytes)]
    public async Task<IActionResult> Create(int id, string? key, string? text, CancellationToken cancel)
    {
        if (await FindAsync(id, key, cancel) is not { } page)
        {
            return NotFound();
        }

        if (page.Standing != AppealStanding.Open)
        {
            return Again(page with { Typed = text }, page.Ban is null ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
        }

        try
        {
            await appeals.AppealAsync(page, text, cancel);
            return View("Appeal", await FindAsync(id, key, cancel));
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Text", words.Of(refused));
            return Again(page with { Typed = text }, StatusCodes.Status422UnprocessableEntity);
        }
        catch (DbUpdateException)
        {
            // The same form twice at once, or a moderator at this moment: the page says how it stands now.
            return await FindAsync(id, key, cancel) is { } now ? Again(now with { Typed = text }, StatusCodes.Status409Conflict) : NotFound();
        }
    }

    private async Task<AppealPage?> FindAsync(int id, string? key, CancellationToken cancel)
        => await appeals.FindAsync(id, (await recognition.OfAsync(HttpContext, cancel)).CommenterId, key, cancel);

    private ViewResult Again(AppealPage page, int status)
    {
        Response.StatusCode = status;
        return View("Appeal", page);
    }
}
