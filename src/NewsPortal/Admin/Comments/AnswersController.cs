using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Comments;

/// <summary>What the paper itself says to a comment: an answer below it, or that others should read it.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/{id:int}")]
public sealed class AnswersController(CommentAnswers answers, CommentPages pages, Words words) : AdminController
{
    [HttpPost("answers")]
    public async Task<IActionResult> Create(int id, string? text, CancellationToken cancel)
        => await TryAsync(id, text, words["Your answer is published."], () => answers.AnswerAsync(id, text, Me, cancel), cancel);

    [HttpPost("pick")]
    public Task<IActionResult> Pick(int id, CancellationToken cancel)
        => TryAsync(id, null, words["Readers see that you picked it."], () => answers.PickAsync(id, isPicked: true, Me, cancel), cancel);

    [HttpPost("pick/removal")]
    public Task<IActionResult> Unpick(int id, CancellationToken cancel)
        => TryAsync(id, null, words["It is picked no more."], () => answers.PickAsync(id, isPicked: false, Me, cancel), cancel);

    private async Task<IActionResult> TryAsync(int id, string? typed, string done, Func<Task<bool>> move, CancellationToken cancel)
    {
        try
        {
            return await move() ? Done($"{QueueFilter.Desk}/{id}", done) : NotFound();
        }
        catch (RefusedException refused)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await pages.ReadAsync(id, Me, cancel) is { } page ? View("Show", page with { Problem = words.Of(refused), Typed = typed }) : NotFound();
        }
    }
}
