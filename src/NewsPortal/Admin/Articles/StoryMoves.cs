using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

public enum MoveOutcome
{
    Done,

    /// <summary>There is no such story, or not for this person.</summary>
    NotTheirs,

    /// <summary>Somebody changed it since the form was drawn.</summary>
    Stale,

    /// <summary>A rule is against it.</summary>
    Refused,
}

/// <param name="Problem">Why not, for the person who tried.</param>
public sealed record Moved(MoveOutcome Outcome, string? Problem = null);

/// <summary>Moves one story for a form that was drawn from one version of its draft.</summary>
public sealed class StoryMoves(NewsDb db, PublishingChecks checks, PublishingRules rules, Words words, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="theirs">The stories with which this person may do it.</param>
    /// <param name="id">The story.</param>
    /// <param name="version">Of the draft that the person saw; null where it does not matter.</param>
    /// <param name="move">Calls a verb.</param>
    /// <param name="cancel">Stops before it is saved.</param>
    public async Task<Moved> TryAsync(IQueryable<Article> theirs, int id, int? version, Func<Article, Task> move, CancellationToken cancel)
    {
        try
        {
            if (await theirs.Whole().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } article)
            {
                return new Moved(MoveOutcome.NotTheirs);
            }

            if (version is not null && article.Draft.Version != version)
            {
                return Stale();
            }

            await move(article);
            await db.SaveChangesAsync(cancel);
            return new Moved(MoveOutcome.Done);
        }
        catch (RefusedException refused)
        {
            db.ChangeTracker.Clear();
            return new Moved(MoveOutcome.Refused, words.Of(refused));
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Stale();
        }
    }

    /// <summary>The page from which a story is moved on; null when it is not theirs.</summary>
    public async Task<PublicationPage?> ReadAsync(int id, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var article = await db.Articles.AsNoTracking().OpenTo(me).Whole().Include(a => a.Section).FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is null)
        {
            return null;
        }

        var at = article.Draft.Copy.EmbargoUtc is { } embargo && embargo > Now ? embargo : Now;
        return new PublicationPage(article)
        {
            Findings = await checks.LookAsync(article.Kind, article.Draft.Copy, at, cancel),
            Printed = await db.Revisions.AsNoTracking().Where(r => r.ArticleId == id && r.Published).OrderByDescending(r => r.Number)
                .Select(r => r.Copy).FirstOrDefaultAsync(cancel),
            MayRule = me.MayRule(article),
            NeedsReason = rules.NeedsReason(article.Draft, me.Id),
        };
    }

    private Moved Stale() => new(MoveOutcome.Stale, words["This story has changed since you opened the page. This is what it is now: look again, then do it."]);
}
