using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments.Notices;
using NewsPortal.Data;
using NewsPortal.Hosting;

namespace NewsPortal.Comments;

/// <summary>"Add a Comment": the form on a page of its own, and what becomes of it. What was typed is never lost.</summary>
[Route("/comments")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CommentsController(NewsDb db, Posting posting, Recognition recognition, Words words, SiteDates dates) : Controller
{
    private const int MostFormBytes = 64 * 1024;

    /// <summary>An answer to a comment, for whoever has no script to write it in place.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int answers, CancellationToken cancel)
    {
        var story = await db.Comments.Where(c => c.Id == answers).Select(c => c.ArticleId).FirstOrDefaultAsync(cancel);
        return await PageAsync(new CommentForm { ArticleId = story, ParentId = answers }, cancel) is { } page ? View("Write", page) : NotFound();
    }

    [HttpPost, RequestSizeLimit(MostFormBytes)]
    public async Task<IActionResult> Create(CommentForm form, [FromServices] Subscribing subscribing, CancellationToken cancel)
    {
        // What it answers cannot be read: it is no comment on the story for that.
        form.ParentId ??= ModelState.GetFieldValidationState(nameof(form.ParentId)) == ModelValidationState.Invalid ? 0 : null;
        ModelState.Clear();
        if (CommentCopy.Read(form, (field, refused) => ModelState.AddModelError(field, words.Of(refused))) is not { } copy)
        {
            return await AgainAsync(form, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        var who = await recognition.OfAsync(HttpContext, cancel);
        var posted = await posting.PostAsync(form, copy, new Sender(who, ClientNetwork.Of(HttpContext)), dates.Now, cancel);
        if (posted is { Outcome: PostingOutcome.Posted, Comment: { } kept } && form.Letters)
        {
            // The comment is kept: what was asked for with it is too, also for whoever went on.
            await subscribing.WishAsync(kept, CancellationToken.None);
        }

        // Whoever sends what is there already shows no more than that they have read it: nobody becomes its writer by that.
        if (posted is { Outcome: PostingOutcome.Posted, Comment.CommenterId: { } commenter })
        {
            recognition.Remember(HttpContext, who, commenter);
        }

        return posted.Comment is { } comment ? await DoneAsync(comment, cancel) : await RefuseAsync(form, posted, cancel);
    }

    private async Task<IActionResult> DoneAsync(Comment comment, CancellationToken cancel)
    {
        if (IsScript)
        {
            return Json(new { comment.Id, IsShown = comment.State == CommentState.Approved });
        }

        var story = await db.Articles.AsNoTracking().Where(a => a.Id == comment.ArticleId)
            .Select(a => StoryAddress.Of(a.Section!.Slug, a.Slug, a.Id)).FirstAsync(cancel);
        Response.Headers.Location = FormattableString.Invariant($"{story}/mine#comment-{comment.Id}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private Task<IActionResult> RefuseAsync(CommentForm form, Posted posted, CancellationToken cancel)
    {
        var outcome = posted.Outcome;
        var (status, why) = outcome switch
        {
            PostingOutcome.NoStory => (StatusCodes.Status404NotFound, "There is no such story."),
            PostingOutcome.StoryGone => (StatusCodes.Status410Gone, "This story was withdrawn. It takes no comments."),
            PostingOutcome.Closed => (StatusCodes.Status409Conflict, "This story takes no comments any more."),
            PostingOutcome.MembersOnly => (StatusCodes.Status403Forbidden, "Only members can comment here. Sign in or join, then send it again: your words are kept."),
            PostingOutcome.NoParent => (StatusCodes.Status409Conflict, "The comment that you answer is not there any more. Send yours without it."),
            PostingOutcome.Slow => (StatusCodes.Status429TooManyRequests, "So many are writing here just now that everybody waits two minutes between two comments. Your words are kept: send them again then."),
            PostingOutcome.Banned => (StatusCodes.Status403Forbidden, "You cannot comment until {0}: {1}"),
            _ => (StatusCodes.Status429TooManyRequests, "That is a lot from where you are. Wait ten minutes, then send it again."),
        };
        if (status == StatusCodes.Status429TooManyRequests)
        {
            var wait = outcome == PostingOutcome.Slow ? SurgeWatch.Pause : Admission.Span;
            Response.Headers.RetryAfter = FormattableString.Invariant($"{wait.TotalSeconds:0}");
        }

        form.ParentId = outcome == PostingOutcome.NoParent ? null : form.ParentId;
        ModelState.AddModelError("", posted.Ban is { } ban ? words[why, dates.Stamp(ban.UntilUtc), ban.Reason] : words[why]);
        return AgainAsync(form, status, cancel);
    }

    /// <summary>The form with what was typed and what was wrong with it.</summary>
    private async Task<IActionResult> AgainAsync(CommentForm form, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        return IsScript
            ? Json(new { faults = ModelState.ToDictionary(field => field.Key.ToLowerInvariant(), field => field.Value!.Errors[0].ErrorMessage, StringComparer.Ordinal) })
            : View("Write", await PageAsync(form, cancel) ?? new WritingPage(form) { IsPage = true });
    }

    private async Task<WritingPage?> PageAsync(CommentForm form, CancellationToken cancel)
    {
        var story = await db.Articles.AsNoTracking().Include(a => a.Section)
            .FirstOrDefaultAsync(a => a.Id == form.ArticleId && a.Kind == ArticleKind.Story && (a.State == ArticleState.Published || a.State == ArticleState.Withdrawn), cancel);
        var isMember = (await recognition.OfAsync(HttpContext, cancel)).Member is not null;
        var parent = form.ParentId is { } id
            ? await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.ArticleId == form.ArticleId && c.State == CommentState.Approved, cancel)
            : null;
        return story is null || (parent is null && form.ParentId is not null) ? null : new WritingPage(form) { Story = story, Answers = parent, IsPage = true, IsMember = isMember };
    }

    private bool IsScript => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
}

/// <summary>The form on a page of its own.</summary>
public sealed record WritingPage(CommentForm Form)
{
    /// <summary>Null where what was sent names none.</summary>
    public Article? Story { get; init; }

    /// <summary>The comment that it answers.</summary>
    public Comment? Answers { get; init; }

    /// <summary>Somebody is signed in, whose page this is alone. A story's own page never knows.</summary>
    public bool IsMember { get; init; }

    /// <summary>The form stands alone, not below its story.</summary>
    public bool IsPage { get; init; }

    public string Url => Story is null ? "/" : StoryAddress.Of(Story.Section?.Slug, Story.Slug, Story.Id);
}
