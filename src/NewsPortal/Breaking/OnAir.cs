using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Breaking;

/// <summary>The flashes that stand on every page now, in the order that the desk gave them.</summary>
public sealed class OnAir(NewsDb db, PageBasis basis, BreakingSettings settings, TimeProvider clock)
{
    private static readonly CompiledQuery<DateTime, FlashLine> Open = new((db, now) => db.Flashes
        .Where(f => f.EndsUtc > now.Value).InOrder().AsLines());

    private IReadOnlyList<FlashLine>? lines;

    public async Task<IReadOnlyList<FlashLine>> ReadAsync(CancellationToken cancel = default)
        => lines ??= await LoadAsync(clock.GetUtcNow().UtcDateTime, cancel);

    private async Task<List<FlashLine>> LoadAsync(DateTime now, CancellationToken cancel)
    {
        var open = await Open.Ask(db, now).ToListAsync(cancel);
        open.ForEach(flash => basis.IsTrueUntil(flash.RaisedUtc > now ? flash.RaisedUtc : flash.EndsUtc));
        var shown = open.Where(flash => flash.RaisedUtc <= now).Take(settings.MostOnAir).ToList();
        basis.Shows(shown);
        return shown;
    }
}
