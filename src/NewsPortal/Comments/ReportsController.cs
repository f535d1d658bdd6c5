using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Hosting;

namespace NewsPortal.Comments;

/// <summary>Readers report a comment, with a reason.</summary>
[Route("/comments/{id:int}/reports")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReportsController(NewsDb db, Reporting reporting) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, CancellationToken cancel) => await FindAsync(id, cancel) is { } page ? View("Report", page) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(int id, ReportReason? reason, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } page)
        {
            return NotFound();
        }

        if (reason is not { } chosen || !Enum.IsDefined(chosen))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Report", page with { IsWithoutReason = true });
        }

        var outcome = await reporting.ReportAsync(id, chosen, ClientNetwork.Of(HttpContext), cancel);
        Response.StatusCode = outcome == ReportOutcome.TooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        return View("Report", page with { Outcome = outcome });
    }

    private Task<ReportPage?> FindAsync(int id, CancellationToken cancel) => db.Comments
        .Where(c => c.Id == id && c.State == CommentState.Approved && c.Kind == CommentKind.Comment && c.Article!.State == ArticleState.Published)
        .Select(c => new ReportPage(c.Id, c.Name, c.BodyHtml, StoryAddress.Of(c.Article!.Section!.Slug, c.Article.Slug, c.ArticleId))).FirstOrDefaultAsync(cancel);
}

/// <summary>The form with which a comment is reported, and what became of it.</summary>
public sealed record ReportPage(int Id, string Name, string BodyHtml, string StoryUrl)
{
    public bool IsWithoutReason { get; init; }

    public ReportOutcome? Outcome { get; init; }

    public string Back => FormattableString.Invariant($"{StoryUrl}#comment-{Id}");
}
