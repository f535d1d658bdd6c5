using Microsoft.AspNetCore.Mvc;
using NewsPortal.Admin.Articles;
using NewsPortal.Breaking;

namespace NewsPortal.Admin.Breaking;

/// <summary>One flash: its words can be corrected, and it can be led to a story.</summary>
[Route("admin/breaking/{id:int}")]
public sealed class FlashesController(FlashMoves moves, BreakingPages pages, Words words) : FlashMoveController(moves, pages)
{
    [HttpGet]
    public Task<IActionResult> Show(int id, CancellationToken cancel) => AgainAsync(id, StatusCodes.Status200OK, new FlashMoveForm(), null, cancel);

    [HttpPost("correction")]
    public Task<IActionResult> Correct(int id, FlashMoveForm form, CancellationToken cancel)
    {
        // An emptied line is not one that nobody touched.
        form.Text ??= "";
        return FlashText.HasMarkup(form.Text) && !form.Literally
            ? AgainAsync(id, StatusCodes.Status409Conflict, form, words["This looks like markup. Nothing in a flash is interpreted: readers would see it as you typed it."], cancel)
            : MoveAsync(id, form, flash => flash.Correct(form.Level ?? flash.Level, form.Text, Me.Signature, Moves.Now), words["Changed: readers see it now."], cancel);
    }

    [HttpPost("story")]
    public Task<IActionResult> Lead(int id, FlashMoveForm form, CancellationToken cancel) => MoveAsync(
        id,
        form,
        async flash =>
        {
            var story = await Pages.StoryAsync(form.To, Me, cancel)
                ?? throw new RefusedException("There is no such story for you. Choose another, or nothing yet.");
            flash.LeadTo(story, Me.Signature, Moves.Now);
        },
        words["The flash leads to the story, as soon as readers can open it."],
        cancel);

    /// <summary>The page with the stories found by words. It needs no script.</summary>
    [HttpPost("stories")]
    public async Task<IActionResult> Find(int id, FlashMoveForm form, CancellationToken cancel)
        => this.IsScript() && await Pages.ReadAsync(id, form, Me, cancel) is { } page ? Ok(page.Stories) : await AgainAsync(id, StatusCodes.Status200OK, form, null, cancel);
}
