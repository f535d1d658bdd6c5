using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>
/// Decides comments for a form that was drawn from one version of each, and takes decisions back. Each is a transaction
/// of its own: one that a colleague was quicker with stops none of the others.
/// </summary>
public sealed class CommentMoves(NewsDb db, LateWords late, Words words, TimeProvider clock)
{
    /// <summary>What was decided last by this person, as far as it still stands.</summary>
    public async Task<JustDecided?> JustAsync(Guid batch, Staffer me, CancellationToken cancel)
    {
        var lines = await db.Decisions.AsNoTracking().Where(d => d.Batch == batch && d.ById == me.Id && d.UndoneUtc == null).AsLines().ToListAsync(cancel);
        return lines.Count == 0 ? null : new JustDecided(batch, Said.Of(words, lines[0].Verdict, lines.Count, lines[0].Excerpt));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<VerdictOutcome> DecideAsync(Ruling ruling, IEnumerable<PickedComment> picked, Staffer me, CancellationToken cancel)
    {
        var outcome = new VerdictOutcome(ruling.Batch);
        foreach (var pick in picked)
        {
            var problem = await TryAsync(pick, comment => comment.Decide(ruling, me.Signature, Now), me, cancel);
            outcome.Add(problem, await MarkAsync(pick.Id, isBack: false, me, cancel));
        }

        return outcome;
    }

    /// <summary>Puts back what one form decided, as far as nobody has decided again since.</summary>
    public async Task<VerdictOutcome> UndoAsync(Guid batch, Staffer me, CancellationToken cancel)
    {
        var outcome = new VerdictOutcome(batch);
        var decided = await db.Decisions.AsNoTracking().Where(d => d.Batch == batch && d.ById == me.Id && d.UndoneUtc == null)
            .OrderBy(d => d.Id).Select(d => new { d.Id, d.CommentId }).ToListAsync(cancel);
        foreach (var one in decided)
        {
            var problem = await TryAsync(new PickedComment(one.CommentId, null), comment => comment.Return(comment.Decisions.Single(d => d.Id == one.Id), Now), me, cancel, one.Id);
            outcome.Add(problem, await MarkAsync(one.CommentId, isBack: problem is null, me, cancel));
        }

        return outcome;
    }

    /// <summary>Why it would not be decided so; null when it would. Nothing is kept.</summary>
    public async Task<string?> ProblemAsync(PickedComment pick, Ruling ruling, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        try
        {
            var comment = await FindAsync(pick, null, me, cancel);
            comment?.Decide(ruling, me.Signature, Now);
            return comment is null ? await late.OfAsync(pick.Id, me, cancel) : null;
        }
        catch (RefusedException refused)
        {
            return words.Of(refused);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<string?> TryAsync(PickedComment pick, Action<Comment> move, Staffer me, CancellationToken cancel, int? decision = null)
    {
        db.ChangeTracker.Clear();
        try
        {
            if (await FindAsync(pick, decision, me, cancel) is not { } comment)
            {
                return await late.OfAsync(pick.Id, me, cancel);
            }

            move(comment);
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (RefusedException refused)
        {
            return words.Of(refused);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await late.OfAsync(pick.Id, me, cancel);
        }
    }

    // The version that was seen, or none.
    private Task<Comment?> FindAsync(PickedComment pick, int? decision, Staffer me, CancellationToken cancel)
        => db.Comments.RuledBy(me).Include(c => c.Article).Include(c => c.Decisions.Where(d => d.Id == decision))
            .FirstOrDefaultAsync(c => c.Id == pick.Id && (pick.Version == null || c.Version == pick.Version), cancel);

    private async Task<CommentMark?> MarkAsync(int id, bool isBack, Staffer me, CancellationToken cancel)
    {
        var found = await db.Comments.AsNoTracking().RuledBy(me).Where(c => c.Id == id).Select(c => new { c.Version, c.State }).FirstOrDefaultAsync(cancel);
        return found is null ? null : new CommentMark(id, found.Version, isBack ? null : StateWords.Shape(found.State), words[$"comment.{found.State}"]);
    }
}
