using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Breaking;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What the flash desk of the small paper does.</summary>
public sealed partial class SmallPaper
{
    internal static readonly Staffer Desk = new(901, "Ada", Role.Editor, []);

    /// <summary>Puts so many flashes on air, and no others, and reads every page as it is then.</summary>
    internal async Task AirAsync(int flashes)
    {
        if (flashes == 0)
        {
            return;
        }

        await Newsroom.WithDbAsync(async db =>
        {
            (await db.Flashes.Where(f => f.EndsUtc > Now && f.RaisedUtc <= Now).ToListAsync()).ForEach(flash => flash.Lift(Some.Ada, Now));
            return await db.SaveChangesAsync();
        });
        OnAir = await RaiseAsync(Order("A gate stands open", this["w02"]));
        for (var number = 1; number < flashes; number++)
        {
            await RaiseAsync(Order($"Water rises for the {number}. time"));
        }

        last = await ReadAllAsync();
    }

    internal RaisingOrder Order(string text, int? story = null)
        => new(new FlashCopy(FlashLevel.LastMinute, text, Now.AddHours(5)) { ArticleId = story }, Guid.NewGuid());

    internal Task<int> RaiseAsync(RaisingOrder order) => Newsroom.WithAsync(async services =>
    {
        var raising = await services.GetRequiredService<RunningOrder>().RaiseAsync(order, Desk, default);
        Assert.Equal(RaisingOutcome.Raised, raising.Outcome);
        return raising.Flash.Id;
    });

    /// <summary>Does something with the flash at the bottom.</summary>
    internal Task AirAsync(Func<RunningOrder, Flash, Task> move) => Newsroom.WithAsync(async services =>
    {
        var flash = await services.GetRequiredService<NewsDb>().Flashes.SingleAsync(f => f.Id == OnAir);
        await move(services.GetRequiredService<RunningOrder>(), flash);
    });
}
