using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Comments;

/// <summary>A reader's own comments: seen, changed and withdrawn by whoever has the cookie that came with them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OwnCommentsController(NewsDb db, OwnComments own, Recognition recognition, Words words, TimeProvider clock) : Controller
{
    private const int MostFormBytes = 64 * 1024;

    /// <summary>The story with one's own comments in it, for browsers without script.</summary>
    [HttpGet("/{section}/{slug}-{id}/mine")]
    public async Task<IActionResult> Story(string section, string slug, string id, [FromServices] LivePages lives, CancellationToken cancel)
    {
        var isNumber = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || await ArticlePage.FindAsync(db, number, cancel) is not { State: ArticleState.Published, Kind: ArticleKind.Story } article)
        {
            return NotFound();
        }

        var address = StoryAddress.Of(article.Section?.Slug, article.Slug, article.Id);
        var who = await recognition.OfAsync(HttpContext, cancel);
        if (who.CommenterId is not { } commenter || !string.Equals(address, $"/{section}/{slug}-{id}", StringComparison.Ordinal))
        {
            return Redirect(address);
        }

        var page = await ArticlePage.ReadAsync(db, article, cancel);
        (page.Mine, page.IsMembers) = (await own.ReadAsync(commenter, number, cancel), who.Member is not null);
        return article.Coverage is null ? View("/Articles/Show.cshtml", page)
            : View("/Live/Show.cshtml", await lives.ReadAsync(page, new LiveTurn(new LiveAsk(null, null, null, null)), cancel));
    }

    /// <summary>The same comments alone, to be put into the stored page.</summary>
    [HttpGet("/comments/mine")]
    public async Task<IActionResult> Part(int story, CancellationToken cancel)
    {
        var who = await recognition.OfAsync(HttpContext, cancel);
        ViewData["Member"] = who.Member?.Name;
        return PartialView("_Mine", who.CommenterId is { } commenter ? await own.ReadAsync(commenter, story, cancel) : []);
    }

    [HttpGet("/comments/{id:int}/change")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel)
        => await FindAsync(id, cancel) is { } comment
            ? View("Rewrite", new RewritingPage(comment, comment.Body))
            : TooLate();

    [HttpPost("/comments/{id:int}/change"), RequestSizeLimit(MostFormBytes)]
    public async Task<IActionResult> Update(int id, string? body, [FromServices] Rewriting rewriting, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return TooLate(body);
        }

        var form = new CommentForm { Name = comment.Name, Body = body };
        if (CommentCopy.Read(form, (field, refused) => ModelState.AddModelError(field, words.Of(refused))) is not { } copy)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Rewrite", new RewritingPage(comment, body ?? ""));
        }

        try
        {
            await rewriting.RewriteAsync(comment, copy, cancel);
            return SeeOther(comment);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TooLate(body);
        }
    }

    [HttpPost("/comments/{id:int}/withdrawal")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } comment)
        {
            return TooLate();
        }

        try
        {
            comment.Withdraw(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
            return SeeOther(comment);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TooLate();
        }
    }

    private async Task<Comment?> FindAsync(int id, CancellationToken cancel)
        => await own.FindChangeableAsync((await recognition.OfAsync(HttpContext, cancel)).CommenterId, id, cancel);

    // What was typed is shown with it, so that it can be sent as another comment.
    private ViewResult TooLate(string? typed = null)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("TooLate", typed);
    }

    private StatusCodeResult SeeOther(Comment comment)
    {
        var story = comment.Article!;
        Response.Headers.Location = StoryAddress.Of(story.Section?.Slug, story.Slug, story.Id) + "/mine#talk";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>The form with which a reader changes what they just wrote.</summary>
public sealed record RewritingPage(Comment Comment, string Body)
{
    public string Url => StoryAddress.Of(Comment.Article!.Section?.Slug, Comment.Article.Slug, Comment.ArticleId);
}
