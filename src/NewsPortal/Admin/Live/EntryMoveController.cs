using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>
/// A move of an entry as a form asks for it. Done leads back to the coverage; a refusal or a stale form draws the entry's
/// own page, with what is the matter, what it says by now and what was typed.
/// </summary>
[ForRoles(Role.Editor, Role.Administrator)]
public abstract class EntryMoveController(NewsDb db, EntryMoves moves, LiveDeskPages pages) : AdminController
{
    protected EntryMoves Moves => moves;

    protected NewsDb Db => db;

    /// <summary>A move of those who send.</summary>
    protected Task<IActionResult> MoveAsync(int id, int entry, EntryForm form, Func<Entry, Task> move, string done, CancellationToken cancel)
        => MoveAsync(db.Entries.RuledBy(Me, db.Coverages), id, entry, form, move, done, cancel);

    protected Task<IActionResult> MoveAsync(int id, int entry, EntryForm form, Action<Entry> move, string done, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => { move(one); return Task.CompletedTask; }, done, cancel);

    protected async Task<IActionResult> MoveAsync(
        IQueryable<Entry> theirs, int id, int entry, EntryForm form, Func<Entry, Task> move, string done, CancellationToken cancel)
    {
        var moved = await moves.TryAsync(theirs.Where(e => e.Id == entry && e.ArticleId == id), form.Version, move, cancel);
        return moved.Outcome switch
        {
            MoveOutcome.NotTheirs => NotFound(),
            MoveOutcome.Done => Done(LiveDeskPages.AddressOf(id), done),
            MoveOutcome.Stale => await AgainAsync(id, entry, form, StatusCodes.Status409Conflict, moved.Problem, cancel),
            _ => await AgainAsync(id, entry, form, StatusCodes.Status422UnprocessableEntity, moved.Problem, cancel),
        };
    }

    /// <summary>The entry's page with what was typed, if it was typed there.</summary>
    private async Task<IActionResult> AgainAsync(int id, int entry, EntryForm form, int status, string? problem, CancellationToken cancel)
    {
        if (await pages.ReadEntryAsync(id, entry, form.Words is null ? null : form, Me, cancel) is not { } page)
        {
            return NotFound();
        }

        ModelState.Clear();
        form.Version = page.Entry.Version;
        Response.StatusCode = status;
        return View("/Admin/Live/Entry.cshtml", page with { Problem = problem, IsStale = status == StatusCodes.Status409Conflict });
    }
}
