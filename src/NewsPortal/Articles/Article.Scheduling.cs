using NewsPortal.Accounts;
using NewsPortal.Audit;

namespace NewsPortal.Articles;

/// <summary>Moves planned for later. There is at most one open plan of each kind: a second takes the place of the first.</summary>
public partial class Article
{
    /// <summary>
    /// Approves the draft's present words and plans their publication, the first or a change to a live story. Needs
    /// <see cref="Draft"/> and the open <see cref="Schedules"/> loaded.
    /// </summary>
    /// <param name="by">Who plans it, and answers for it when it goes out.</param>
    /// <param name="due">When it goes out; this becomes its time of publication.</param>
    /// <param name="now">UTC.</param>
    /// <param name="substantive">For a live story: whether readers should be told "updated".</param>
    /// <param name="reason">Why the four-eyes rule is passed over.</param>
    /// <exception cref="RefusedException">The time has passed, is under the embargo, or the copy lacks what publishing needs.</exception>
    public Schedule PlanPublication(Signature by, WallTime due, DateTime now, bool substantive = true, string? reason = null)
    {
        if (State == ArticleState.Withdrawn)
        {
            throw new RefusedException("A withdrawn story comes back when it is published; that cannot be scheduled.");
        }

        RefusePast(due, now);
        RefuseUnready(Draft.Copy, due.Utc);
        Draft.Pass(now);
        if (State != ArticleState.Published)
        {
            Become(ArticleState.Scheduled, now);
        }

        return Plan(now, new Schedule(ScheduledMove.Publish, due, by)
        {
            Copy = Draft.Copy,
            CopySavedUtc = Draft.SavedUtc,
            Substantive = substantive,
            Reason = reason,
        });
    }

    /// <summary>Plans to take a live story off the paper.</summary>
    /// <exception cref="RefusedException">It is not published, the time has passed, or no reason is given.</exception>
    public Schedule PlanWithdrawal(Signature by, WallTime due, string? reason, DateTime now)
    {
        RefuseWithdrawal(reason);
        RefusePast(due, now);
        return Plan(now, new Schedule(ScheduledMove.Withdraw, due, by) { Reason = reason });
    }

    /// <summary>Gives up a plan. A story that was to be published stays approved and unpublished.</summary>
    /// <exception cref="RefusedException">There is no such open plan.</exception>
    public void Unplan(Signature by, int scheduleId, DateTime now)
    {
        var plan = Schedules.Find(schedule => schedule.Id == scheduleId && schedule.IsOpen)
            ?? throw new RefusedException("This plan has been carried out or given up already.");
        GiveUp(plan, now);
        Record(AuditKind.Unscheduled, by, now, Draft.Headline, $"{plan.WallTime} {plan.Zone}");
    }

    /// <summary>Does what was planned. Needs what <see cref="Publish"/> needs.</summary>
    /// <param name="plan">Claimed by the caller in this transaction.</param>
    /// <param name="rendered">HTML of the plan's copy; null when the draft's is the same.</param>
    /// <param name="now">UTC.</param>
    internal void CarryOut(Schedule plan, RenderedBody? rendered, DateTime now)
    {
        if (plan.Move == ScheduledMove.Withdraw)
        {
            Withdraw(plan.Signature, plan.Reason ?? "", now);
            return;
        }

        var unchanged = plan.CopySavedUtc is null || plan.CopySavedUtc == Draft.SavedUtc;
        var copy = plan.Copy ?? Draft.Copy;
        RefuseUnready(copy, plan.DueUtc);
        Appear(new Appearance(copy, rendered?.Under(copy.Headline, copy.Standfirst) ?? Draft.Rendered, plan.Signature, plan.DueUtc, plan.Substantive, plan.Reason), now);
        if (unchanged)
        {
            Draft.Settle(now);
        }
    }

    private static void RefusePast(WallTime due, DateTime now)
    {
        if (due.Utc <= now)
        {
            throw new RefusedException("That time has passed. Choose a later one, or do it now.");
        }
    }

    private Schedule Plan(DateTime now, Schedule plan)
    {
        Schedules.RemoveAll(schedule => schedule.IsOpen && schedule.Move == plan.Move);
        Schedules.Add(plan);
        Draft.Follow(State, now);
        Record(AuditKind.Scheduled, plan.Signature, now, Draft.Headline, plan.Reason is null
            ? $"{plan.WallTime} {plan.Zone}" : $"{plan.WallTime} {plan.Zone}: {plan.Reason}");
        return plan;
    }

    private void GiveUp(Schedule plan, DateTime now)
    {
        Schedules.Remove(plan);
        Become(plan.Move == ScheduledMove.Publish && State == ArticleState.Scheduled ? ArticleState.Unpublished : State, now);
    }

    /// <summary>What is done now makes plans for the same, or for a story that is gone, void.</summary>
    private void VoidPlans(Func<Schedule, bool> which) => Schedules.RemoveAll(schedule => schedule.IsOpen && which(schedule));
}
