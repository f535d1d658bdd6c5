using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Reads one comment with its context. Every question is answered by an index and bounded.</summary>
public sealed class CaseReader(NewsDb db, TimeProvider clock)
{
    /// <summary>Of a flood of the same, so many are decided at once.</summary>
    public const int MostAlike = 100;

    private const int MostBefore = 3;
    private const int MostReports = 200;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null when there is no such comment for this person.</summary>
    public async Task<CommentCase?> ReadAsync(int id, Staffer me, CancellationToken cancel)
    {
        var found = await db.Comments.AsNoTracking().RuledBy(me).Where(c => c.Id == id).Select(c => new
        {
            Case = new CommentCase(c.Id, c.Version, c.State, c.Name, c.PostedUtc, c.Body)
            {
                Story = new CommentedStory(c.ArticleId, c.Article!.Headline, StoryAddress.Of(c.Article.Section!.Slug, c.Article.Slug, c.ArticleId)),
                IsStaff = c.IsStaff || c.AuthorId != null,
                IsPicked = c.IsPicked,
                Parent = c.Parent == null ? null : new SaidBefore(c.Parent.Id, c.Parent.State, c.Parent.Name, c.Parent.PostedUtc, c.Parent.Body),
                Writer = c.Commenter == null ? null : new WriterLine(
                    c.Commenter.Id, c.Commenter.Name, c.Commenter.FirstUtc, c.Commenter.Approved, c.Commenter.Rejected, c.Commenter.Spam, c.Commenter.LastRejectedUtc, c.Commenter.HoldsAll),
            },
            c.Fingerprint,
            c.Reports,
        }).FirstOrDefaultAsync(cancel);
        return found is null ? null : found.Case with
        {
            Now = Now,
            Holds = await db.Holds.AsNoTracking().Where(h => h.CommentId == id).OrderBy(h => h.Id).Select(h => new HeldFor(h.Kind, h.Detail, h.Start, h.Length)).ToListAsync(cancel),
            Reports = found.Reports == 0 ? [] : await ReportsAsync(id, cancel),
            Last = await db.Decisions.AsNoTracking().Where(d => d.CommentId == id && d.UndoneUtc == null).OrderByDescending(d => d.Id).AsLines().FirstOrDefaultAsync(cancel),
            Appeal = await AppealAsync(id, me, cancel),
            Before = await BeforeAsync(found.Case, me, cancel),
            Alike = found.Case.State == CommentState.Pending ? await Alike(found.Fingerprint, id, me).AsSaid().ToListAsync(cancel) : [],
            ClaimedBy = await db.Claims.AsNoTracking().HeldByOthers(me, Now).Where(c => c.CommentId == id).Select(c => c.By).FirstOrDefaultAsync(cancel),
        };
    }

    // The others that wait, of those that this person rules, and say nearly the same.
    private IQueryable<Comment> Alike(long fingerprint, int but, Staffer me) => fingerprint == 0
        ? db.Comments.Where(c => false)
        : db.Comments.RuledBy(me).Where(c => c.Fingerprint == fingerprint && c.Fingerprint != 0 && c.State == CommentState.Pending && c.Id != but).OrderBy(c => c.Id).Take(MostAlike);

    private async Task<IReadOnlyList<ReportedAs>> ReportsAsync(int id, CancellationToken cancel)
    {
        var reasons = await db.Reports.Where(r => r.CommentId == id && r.RuledUtc == null).OrderBy(r => r.Id).Take(MostReports).Select(r => r.Reason).ToListAsync(cancel);
        return [.. reasons.CountBy(reason => reason).OrderByDescending(pair => pair.Value).Select(pair => new ReportedAs(pair.Key, pair.Value))];
    }

    private async Task<AppealLine?> AppealAsync(int id, Staffer me, CancellationToken cancel)
    {
        if (await db.Appeals.AsNoTracking().FirstOrDefaultAsync(a => a.CommentId == id, cancel) is not { } appeal)
        {
            return null;
        }

        var first = await db.Decisions.AsNoTracking().Where(d => d.CommentId == id && d.UndoneUtc == null && d.Rule != DecisionRule.Appeal && d.AtUtc <= appeal.AtUtc)
            .OrderByDescending(d => d.Id).AsLines().FirstOrDefaultAsync(cancel);
        return new AppealLine(appeal.Text, appeal.AtUtc, first, first?.ById == me.Id);
    }

    private async Task<IReadOnlyList<SaidBefore>> BeforeAsync(CommentCase opened, Staffer me, CancellationToken cancel) => opened.Writer is not { } writer ? []
        : await db.Comments.RuledBy(me).Where(c => c.CommenterId == writer.Id && (c.PostedUtc < opened.PostedUtc || (c.PostedUtc == opened.PostedUtc && c.Id < opened.Id)))
            .OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(MostBefore).AsSaid().ToListAsync(cancel);
}

internal static class SaidLines
{
    public static IQueryable<SaidBefore> AsSaid(this IQueryable<Comment> comments)
        => comments.AsNoTracking().Select(c => new SaidBefore(c.Id, c.State, c.Name, c.PostedUtc, c.Body) { Version = c.Version });
}
