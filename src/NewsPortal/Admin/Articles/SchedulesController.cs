using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Plans a publication or a withdrawal on the newsroom's clock. Planning again moves the plan.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/schedule")]
public sealed class SchedulesController(NewsDb db, StoryMoves moves, PublishingRules rules, Words words, Site site) : MoveController(moves)
{
    [HttpPost]
    public async Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancel)
    {
        var reading = WallTime.Read(form.Exact ?? form.At, site.Zone);
        return reading.Time is { } due
            ? await MoveAsync(db.Articles.RuledBy(Me), id, form, article => PlanAsync(article, form, due, cancel), words["It is planned."], cancel)
            : await AgainAsync(id, StatusCodes.Status422UnprocessableEntity, page => page with { Asked = reading, Form = form }, cancel);
    }

    [HttpPost("{plan:int}/cancellation")]
    public Task<IActionResult> Cancel(int id, int plan, MoveForm form, CancellationToken cancel) => MoveAsync(
        db.Articles.RuledBy(Me), id, form, article => article.Unplan(Me.Signature, plan, Moves.Now), words["The plan is cancelled."], cancel);

    private async Task PlanAsync(Article article, MoveForm form, WallTime due, CancellationToken cancel)
    {
        if (form.Move == ScheduledMove.Withdraw)
        {
            article.PlanWithdrawal(Me.Signature, due, form.Reason, Moves.Now);
            return;
        }

        await rules.HoldAsync(article, Me.Signature, due.Utc, form.Reason, cancel);
        article.PlanPublication(Me.Signature, due, Moves.Now, form.Substantive, form.Reason);
    }
}
