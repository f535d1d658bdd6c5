using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Data;

namespace NewsPortal.Admin.Desk;

/// <summary>Today: what needs this person now, what is planned, what happened, what is on air.</summary>
public sealed record DeskPage(Staffer Me)
{
    /// <summary>A tile says "99+" rather than counting a whole table.</summary>
    public const int Countable = 100;

    private const int Rows = 8;

    // A plan names a minute: nobody notices half of one.
    private const int PunctualSeconds = 30;

    public int Waiting { get; private init; }

    public int SentBack { get; private init; }

    public int DueToday { get; private init; }

    public IReadOnlyList<StoryRow> InReview { get; private init; } = [];

    public IReadOnlyList<StoryRow> Back { get; private init; } = [];

    public IReadOnlyList<StoryRow> Drafts { get; private init; } = [];

    public IReadOnlyList<StoryRow> Recent { get; private init; } = [];

    public IReadOnlyList<PlannedMove> Planned { get; private init; } = [];

    /// <summary>What did not go out when it should have, or went out late since yesterday.</summary>
    public IReadOnlyList<PlannedMove> Troubled { get; private init; } = [];

    public IReadOnlyList<FlashLine> OnAir { get; private init; } = [];

    public static async Task<DeskPage> ReadAsync(NewsDb db, Staffer me, DeskClock clock, IReadOnlyList<FlashLine> onAir, CancellationToken cancel)
    {
        var open = db.Articles.OpenTo(me);
        var review = db.Articles.RuledBy(me).Where(a => a.Draft.State == DraftState.InReview);
        var mine = open.Where(a => a.StartedById == me.Id);
        var back = mine.Where(a => a.Draft.State == DraftState.SentBack);
        var plans = db.Schedules.Where(s => s.ClaimedUtc == null && open.Any(a => a.Id == s.ArticleId));
        var since = clock.Now.AddDays(-1);
        var late = db.Schedules.Where(s => s.ClaimedUtc > since && (s.WasDown || s.LateSeconds >= PunctualSeconds) && open.Any(a => a.Id == s.ArticleId));
        return new DeskPage(me)
        {
            Waiting = await review.LatestFirst().Take(Countable).CountAsync(cancel),
            SentBack = await back.LatestFirst().Take(Countable).CountAsync(cancel),
            DueToday = await plans.Where(s => s.DueUtc < clock.Tonight).OrderBy(s => s.TryUtc).Take(Countable).CountAsync(cancel),
            InReview = await RowsAsync(db, review.OrderBy(a => a.Draft.ChangedUtc).ThenBy(a => a.Draft.ArticleId), cancel),
            Back = await RowsAsync(db, back.LatestFirst(), cancel),
            Drafts = await RowsAsync(db, mine.Where(a => a.Draft.State == DraftState.Writing).LatestFirst(), cancel),
            Recent = await RowsAsync(db, open.LatestFirst(), cancel),
            Planned = await plans.Where(s => s.LastError == null).OrderBy(s => s.TryUtc).Take(Rows).AsMoves().ToListAsync(cancel),
            Troubled =
            [
                .. await plans.Where(s => s.LastError != null).OrderBy(s => s.TryUtc).Take(Rows).AsMoves().ToListAsync(cancel),
                .. await late.OrderByDescending(s => s.ClaimedUtc).Take(Rows).AsMoves().ToListAsync(cancel),
            ],
            OnAir = onAir,
        };
    }

    public static string Number(int counted) => counted < Countable ? $"{counted}" : $"{Countable - 1}+";

    private static async Task<IReadOnlyList<StoryRow>> RowsAsync(NewsDb db, IQueryable<Article> stories, CancellationToken cancel)
        => await db.NamedAsync(await stories.Take(Rows).AsRows().ToListAsync(cancel), cancel);
}

/// <param name="Tonight">The next midnight on the newsroom's clock, UTC.</param>
public sealed record DeskClock(DateTime Now, DateTime Tonight)
{
    public static DeskClock Of(Site site, DateTime now)
    {
        var today = DateOnly.FromDateTime(site.Local(now).Date);
        return new DeskClock(now, site.Days(today, today.AddDays(1)).Until);
    }
}
