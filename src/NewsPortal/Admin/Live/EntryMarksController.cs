using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Admin.Live;

/// <summary>What becomes of an entry that was sent.</summary>
[Route("admin/articles/{id:int}/live/entries/{entry:int}")]
public sealed class EntryMarksController(NewsDb db, EntryMoves moves, LiveDeskPages pages, Words words) : EntryMoveController(db, moves, pages)
{
    [HttpPost("deletion")]
    public Task<IActionResult> Delete(int id, int entry, EntryForm form, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => one.Delete(Me.Signature, Moves.Now), words["Deleted. You can bring it back from the list."], cancel);

    [HttpPost("restoration")]
    public Task<IActionResult> Restore(int id, int entry, EntryForm form, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => one.Restore(Me.Signature, Moves.Now), words["It is back where it stood."], cancel);

    [HttpPost("key")]
    public Task<IActionResult> Mark(int id, int entry, EntryForm form, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => one.MarkKey(form.IsKey, Me.Signature, Moves.Now), form.IsKey ? words["It counts among the key events."] : words["It is no key event any more."], cancel);

    [HttpPost("pin")]
    public Task<IActionResult> Pin(int id, int entry, EntryForm form, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => one.Coverage!.Pin(one, Me.Signature, Moves.Now), words["Pinned above the others."], cancel);

    [HttpPost("unpin")]
    public Task<IActionResult> Unpin(int id, int entry, EntryForm form, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => one.Coverage!.Unpin(one, Me.Signature, Moves.Now), words["No longer pinned."], cancel);

    [HttpPost("story")]
    public async Task<IActionResult> BreakOut(int id, int entry, EntryForm form, [FromServices] BreakOuts breakOuts, CancellationToken cancel)
    {
        var answer = await MoveAsync(
            id,
            entry,
            form,
            async one => one.BreakOut(await breakOuts.BeginAsync(one, Me, cancel), Me.Signature, Moves.Now),
            words["This story was begun with the update's words. They lead to each other once it is out."],
            cancel);
        var story = await Db.Entries.Where(e => e.Id == entry).Select(e => e.StoryId).FirstOrDefaultAsync(cancel);
        return answer is StatusCodeResult { StatusCode: StatusCodes.Status303SeeOther } ? SeeOther(FormattableString.Invariant($"/admin/articles/{story}")) : answer;
    }
}
