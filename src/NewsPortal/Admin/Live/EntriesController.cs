using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;
using NewsPortal.Live;
using NewsPortal.Media;

namespace NewsPortal.Admin.Live;

/// <summary>Writes and edits entries. What a contributor writes waits for somebody who sends.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/live/entries")]
[RequestSizeLimit(PhotoStore.MostFormBytes), RequestFormLimits(MultipartBodyLengthLimit = PhotoStore.MostFormBytes)]
public sealed class EntriesController(NewsDb db, EntryMoves moves, LiveDeskPages pages, EntryDesk desk, Words words) : EntryMoveController(db, moves, pages)
{
    private readonly LiveDeskPages pages = pages;

    [HttpPost]
    public async Task<IActionResult> Create(int id, EntryForm form, [FromServices] Sending sending, CancellationToken cancel)
    {
        if (!await Db.Coverages.OpenTo(Me).AnyAsync(c => c.ArticleId == id, cancel))
        {
            return NotFound();
        }

        try
        {
            var copy = await desk.ReadAsync(id, form, cancel);
            var key = form.Key == Guid.Empty ? Guid.NewGuid() : form.Key;
            var entry = await sending.FileAsync(new Filing(id, copy, key, Waits: !Me.MayPublish), Me.Signature, cancel);
            return Done(LiveDeskPages.AddressOf(id), entry.State == EntryState.Waiting ? words["Handed in: an editor signs it off."] : words["Sent: readers have it now."]);
        }
        catch (RefusedException refused)
        {
            return await AgainAsync(id, form, StatusCodes.Status422UnprocessableEntity, words.Of(refused), cancel);
        }
    }

    [HttpGet("{entry:int}")]
    public async Task<IActionResult> Show(int id, int entry, CancellationToken cancel)
        => await pages.ReadEntryAsync(id, entry, null, Me, cancel) is { } page ? View("/Admin/Live/Entry.cshtml", page) : NotFound();

    [HttpPost("{entry:int}")]
    public async Task<IActionResult> Edit(int id, int entry, EntryForm form, CancellationToken cancel)
    {
        // Emptied words are not words that nobody touched.
        form.Words ??= "";
        var answer = await MoveAsync(
            Db.Entries.OpenTo(Me, Db.Coverages),
            id,
            entry,
            form,
            async one => one.Edit(await desk.ReadAsync(id, form, cancel), Me.Signature, Moves.Now),
            words["Changed."],
            cancel);
        return answer is NotFoundResult && await Db.Entries.AnyAsync(e => e.Id == entry && e.ArticleId == id && e.WrittenById == Me.Id, cancel)
            ? await TooLateAsync(id, form, cancel)
            : answer;
    }

    [HttpPost("{entry:int}/sign-off"), ForRoles(Role.Editor, Role.Administrator)]
    public Task<IActionResult> SignOff(int id, int entry, EntryForm form, [FromServices] Sending sending, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => sending.SignOffAsync(one, Me.Signature, cancel), words["Sent: readers have it now."], cancel);

    [HttpPost("{entry:int}/return"), ForRoles(Role.Editor, Role.Administrator)]
    public Task<IActionResult> Return(int id, int entry, EntryForm form, CancellationToken cancel)
        => MoveAsync(id, entry, form, one => one.SendBack(form.Note, Me.Signature, Moves.Now), words["Back with its writer."], cancel);

    /// <summary>Somebody sent it while its writer was at it: what was typed stands where it can be sent as another.</summary>
    private Task<IActionResult> TooLateAsync(int id, EntryForm form, CancellationToken cancel)
    {
        form.Key = Guid.NewGuid();
        return AgainAsync(id, form, StatusCodes.Status409Conflict, words["An editor has dealt with it meanwhile, so it was not changed. What you wrote is still here: hand it in as another update, or leave it."], cancel);
    }

    private async Task<IActionResult> AgainAsync(int id, EntryForm form, int status, string fault, CancellationToken cancel)
    {
        ModelState.Clear();
        Response.StatusCode = status;
        return await pages.ReadAsync(id, form, null, Me, cancel) is { } page ? View("/Admin/Live/Show.cshtml", page with { Fault = fault }) : NotFound();
    }
}
