using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Audit;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>
/// Moves several stories at once, each in a transaction of its own. What goes out to readers is planned a few seconds
/// ahead instead of done, so that it can be taken back before anybody saw it.
/// </summary>
public sealed class Selections(NewsDb db, PublishingRules rules, StoryMoves moves, Site site, Words words)
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>What would become of each; nothing is kept of it.</summary>
    public async Task<IReadOnlyList<SelectedStory>> PreviewAsync(SelectionForm form, Staffer me, CancellationToken cancel)
    {
        var stories = new List<SelectedStory>();
        foreach (var (id, version) in form.Picked())
        {
            db.ChangeTracker.Clear();
            if (await db.Articles.RuledBy(me).Whole().FirstOrDefaultAsync(a => a.Id == id, cancel) is { } article)
            {
                var status = StoryStatus.Of(article.State, article.Draft.State);
                stories.Add(new SelectedStory(id, article.Draft.Version, article.Draft.Headline, status, await ProblemAsync(article, form, me, version, cancel)));
            }
        }

        db.ChangeTracker.Clear();
        return stories;
    }

    public async Task<SelectionOutcome> CarryOutAsync(SelectionForm form, Staffer me, CancellationToken cancel)
    {
        var (done, problems) = (new List<Undoable>(), new List<string>());
        foreach (var (id, version) in form.Picked())
        {
            db.ChangeTracker.Clear();
            Article? moved = null;
            Undoable? before = null;
            var outcome = await moves.TryAsync(db.Articles.RuledBy(me), id, version, async article =>
            {
                (moved, before) = (article, Undoable.Of(article));
                await MoveAsync(article, form, me, cancel);
            }, cancel);
            if (outcome.Outcome == MoveOutcome.Done)
            {
                done.Add(before!.After(moved!));
            }
            else
            {
                problems.Add(outcome.Problem ?? words["A story was not found."]);
            }
        }

        return new SelectionOutcome(done, problems);
    }

    /// <summary>Puts back what nobody has touched since.</summary>
    /// <returns>How many were put back.</returns>
    public async Task<int> UndoAsync(IEnumerable<Undoable> moved, Staffer me, CancellationToken cancel)
    {
        var back = 0;
        foreach (var one in moved)
        {
            db.ChangeTracker.Clear();
            var subject = $"article:{one.Id}";
            var note = await db.AuditEntries.Where(e => e.Subject == subject && e.Kind == AuditKind.HandedIn)
                .OrderByDescending(e => e.Id).Select(e => e.Detail).FirstOrDefaultAsync(cancel);
            var outcome = await moves.TryAsync(
                db.Articles.RuledBy(me), one.Id, one.Version, article => { one.PutBack(article, note, me, moves.Now); return Task.CompletedTask; }, cancel);
            back += outcome.Outcome == MoveOutcome.Done ? 1 : 0;
        }

        return back;
    }

    private async Task<string?> ProblemAsync(Article article, SelectionForm form, Staffer me, int version, CancellationToken cancel)
    {
        if (article.Draft.Version != version)
        {
            return words["It has changed since you saw the list."];
        }

        try
        {
            var asked = form with { Note = form.Note ?? "?", Reason = form.Reason ?? "?", Section = form.Section ?? article.Draft.SectionId };
            await MoveAsync(article, asked, me, cancel);
            return null;
        }
        catch (RefusedException refused)
        {
            return words.Of(refused);
        }
    }

    private static ScheduledMove MoveOf(SelectionForm form) => form.Move == SelectionMove.Publish ? ScheduledMove.Publish : ScheduledMove.Withdraw;

    private async Task MoveAsync(Article article, SelectionForm form, Staffer me, CancellationToken cancel)
    {
        var (by, now) = (me.Signature, moves.Now);
        var soon = WallTime.Of(now + Grace, site.Zone);
        switch (form.Move)
        {
            case SelectionMove.Publish when article is { State: ArticleState.Published, Draft.State: DraftState.Settled }:
                throw new RefusedException("Readers see all of it already.");
            case SelectionMove.Publish or SelectionMove.Withdraw when article.Schedules.Exists(plan => plan.Move == MoveOf(form)):
                throw new RefusedException("It is planned already: open it to change that.");
            case SelectionMove.Publish:
                await rules.HoldAsync(article, by, soon.Utc, form.Reason, cancel);
                article.PlanPublication(by, soon, now, reason: form.Reason);
                break;
            case SelectionMove.Withdraw:
                article.PlanWithdrawal(by, soon, form.Reason, now);
                break;
            case SelectionMove.Return:
                article.Draft.SendBack(by, now, form.Note);
                break;
            case SelectionMove.Section when form.Section is { } section && me.WorksFor(section) && await db.Sections.AnyAsync(s => s.Id == section, cancel):
                article.Draft.MoveTo(section, by, now);
                break;
            default:
                throw new RefusedException("Choose one of your sections.");
        }
    }
}

/// <param name="Problem">Why it would not be moved; null when it would.</param>
public sealed record SelectedStory(int Id, int Version, string Headline, StoryStatus Status, string? Problem);

public sealed record SelectionOutcome(IReadOnlyList<Undoable> Done, IReadOnlyList<string> Problems);
