using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Admin.Breaking;

/// <summary>How long a flash is on air, and in which place.</summary>
[Route("admin/breaking/{id:int}")]
public sealed class AirController(FlashMoves moves, BreakingPages pages, Words words) : FlashMoveController(moves, pages)
{
    private static readonly TimeSpan More = TimeSpan.FromMinutes(30);

    [HttpPost("extension")]
    public Task<IActionResult> Extend(int id, FlashMoveForm form, CancellationToken cancel)
        => MoveAsync(id, form, flash => flash.Extend(More, Me.Signature, Moves.Now), words["It stays for longer."], cancel);

    [HttpPost("ending")]
    public Task<IActionResult> End(int id, FlashMoveForm form, CancellationToken cancel)
        => MoveAsync(id, form, flash => flash.Lift(Me.Signature, Moves.Now), words["Ended: it has left the pages."], cancel);

    [HttpPost("taking-back")]
    public Task<IActionResult> TakeBack(int id, FlashMoveForm form, CancellationToken cancel)
        => MoveAsync(id, form, flash => Moves.Order.TakeBackAsync(flash, Me, cancel), words["Taken back. Readers find no trace of it; its history is kept here."], cancel);

    [HttpPost("place")]
    public Task<IActionResult> Place(int id, FlashMoveForm form, bool up, CancellationToken cancel)
        => MoveAsync(id, form, flash => Moves.Order.MoveAsync(flash, up, Me, cancel), words["Moved: readers see this order now."], cancel);
}
