using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Articles;

/// <summary>
/// Carries out what is due. A claim is one conditional UPDATE, and claim and deed are one transaction: any number of
/// instances may try, each move is done once, and a crash between the two leaves nothing claimed.
/// </summary>
public sealed partial class DueMoves(NewsDb db, StoryBodies bodies, PublishingRules rules, Words words, TimeProvider clock, ILogger<DueMoves> log)
{
    private const int Batch = 100;

    private IReadOnlyList<int> tried = [];

    /// <summary>Until nothing is due any more; one story that fails holds up no other.</summary>
    /// <param name="upSince">When this instance began to look: what was due before was missed because nobody did.</param>
    /// <param name="cancel">Stops between two transactions.</param>
    public async Task CarryOutAsync(DateTime upSince, CancellationToken cancel)
    {
        var alone = 0;
        while (await Due().AnyAsync(cancel))
        {
            try
            {
                await db.WriteAsync(() => ClaimAndCarryAsync(alone > 0 ? 1 : Batch, upSince, cancel), cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                LogFailure(failure, string.Join(' ', tried));
                await PutOffAsync(failure, cancel);
                // One of them spoils the batch: taken one by one, only that one is put off.
                alone = Batch + 1;
            }

            alone = Math.Max(0, alone - 1);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>When something is due next, or is to be tried again; null when nothing is planned.</summary>
    public Task<DateTime?> NextAsync(CancellationToken cancel)
        => db.Schedules.Where(s => s.ClaimedUtc == null).MinAsync(s => (DateTime?)s.TryUtc, cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "What was planned could not be carried out (plans {Plans}); it is tried again.")]
    private partial void LogFailure(Exception failure, string plans);

    private IQueryable<Schedule> Due()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Schedules.Where(s => s.ClaimedUtc == null && s.TryUtc <= now);
    }

    private async Task ClaimAndCarryAsync(int most, DateTime upSince, CancellationToken cancel)
    {
        var (now, claim) = (clock.GetUtcNow().UtcDateTime, (Guid?)Guid.NewGuid());
        tried = [];
        await Due().OrderBy(s => s.TryUtc).ThenBy(s => s.Id).Take(most)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ClaimedUtc, now).SetProperty(s => s.Claim, claim), cancel);
        var plans = await db.Schedules.Where(s => s.ClaimedUtc == now && s.Claim == claim).OrderBy(s => s.DueUtc).ThenBy(s => s.Id).ToListAsync(cancel);
        tried = plans.ConvertAll(plan => plan.Id);
        var ids = plans.ConvertAll(plan => plan.ArticleId);
        var articles = await db.Articles.Where(a => ids.Contains(a.Id)).Whole().ToDictionaryAsync(a => a.Id, cancel);
        foreach (var plan in plans)
        {
            await CarryAsync(plan, articles[plan.ArticleId], upSince, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task CarryAsync(Schedule plan, Article article, DateTime upSince, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            article.CarryOut(plan, await RenderAsync(plan, article, cancel), now);
            plan.Done(upSince, now);
        }
        catch (RefusedException refused)
        {
            plan.PutOff(words.Of(refused), now);
        }
    }

    private async Task<RenderedBody?> RenderAsync(Schedule plan, Article article, CancellationToken cancel)
    {
        if (plan.Move == ScheduledMove.Withdraw)
        {
            return null;
        }

        var copy = plan.Copy ?? article.Draft.Copy;
        await rules.CheckAsync(article.Kind, copy, plan.DueUtc, cancel);
        if (plan.CopySavedUtc is null || plan.CopySavedUtc == article.Draft.SavedUtc)
        {
            return null;
        }

        var section = copy.SectionId is null ? null : await db.Sections.FindAsync([copy.SectionId], cancel);
        return await bodies.RenderAsync(copy.Body, copy.Language ?? section?.Language, cancel);
    }

    private async Task PutOffAsync(Exception failure, CancellationToken cancel)
    {
        if (tried is not [var id])
        {
            return;
        }

        db.ChangeTracker.Clear();
        if (await db.Schedules.FirstOrDefaultAsync(s => s.Id == id && s.ClaimedUtc == null, cancel) is { } plan)
        {
            plan.PutOff(failure.Message, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancel);
        }
    }
}
