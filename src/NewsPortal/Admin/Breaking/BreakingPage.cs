using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Breaking;
using NewsPortal.Data;

namespace NewsPortal.Admin.Breaking;

/// <summary>The flash desk: the form, what is on air, and what ended today.</summary>
public sealed record BreakingPage(Staffer Me, FlashForm Form, DateTime Now)
{
    private const int MostEnded = 20;

    /// <summary>Those that this person works for.</summary>
    public IReadOnlyList<Choice> Sections { get; private init; } = [];

    public IReadOnlyList<Choice> Stories { get; private init; } = [];

    public IReadOnlyList<FlashRow> Running { get; private init; } = [];

    public IReadOnlyList<FlashRow> Ended { get; private init; } = [];

    public int MostOnAir { get; private init; }

    /// <summary>What the form would follow up.</summary>
    public FlashRow? Follows { get; private init; }

    public FlashDoubt? Doubt { get; init; }

    /// <summary>The flash on air that says the same.</summary>
    public FlashRow? Other { get; init; }

    /// <summary>The flash that something was just done with.</summary>
    public FlashRow? Just { get; init; }

    public Freshness? Freshness { get; init; }

    /// <summary>Some flash has to leave for the next one, unless that takes the place of one on air.</summary>
    public bool IsFull => Running.Count >= MostOnAir && !Running.Any(row => row.Id == Form.FollowsId);

    public IEnumerable<FlashRow> Leaving => Running.Reverse().Where(row => Me.WorksFor(row.SectionId));

    /// <summary>What readers would see.</summary>
    public FlashLine Preview => new(0, 0, Form.Level, Form.Text ?? "", Now, Now.AddMinutes(1), null, null, null, "#line", null);

    public static async Task<BreakingPage> ReadAsync(NewsDb db, BreakingSettings settings, Staffer me, FlashForm form, DeskDay day, CancellationToken cancel)
    {
        var sections = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Name).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancel);
        return new BreakingPage(me, form, day.Now)
        {
            Sections = [.. sections.Where(section => me.WorksFor(section.Id))],
            Stories = await db.StoriesAsync(me, form.Words, form.To, cancel),
            Running = await db.Flashes.OnAir(day.Now).InOrder().AsRows().ToListAsync(cancel),
            Ended = await db.Flashes.EndedFirst(day.Now).Where(f => f.EndsUtc >= day.FromUtc).Take(MostEnded).AsRows().ToListAsync(cancel),
            MostOnAir = settings.MostOnAir,
            Follows = form.FollowsId is { } id ? await db.Flashes.RuledBy(me).Where(f => f.Id == id).AsRows().FirstOrDefaultAsync(cancel) : null,
        };
    }
}

/// <param name="FromUtc">When the newsroom's day began.</param>
public sealed record DeskDay(DateTime Now, DateTime FromUtc)
{
    public static DeskDay Of(Site site, DateTime now)
    {
        var today = DateOnly.FromDateTime(site.Local(now).Date);
        return new DeskDay(now, site.Days(today, today.AddDays(1)).From);
    }
}
