using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles.Merging;
using NewsPortal.Data;

namespace NewsPortal.Articles.Writing;

/// <summary>Opens editors and saves what they send: in one transaction that also reads what it decides by.</summary>
public sealed class DraftSaving(NewsDb db, StoryBodies bodies, TimeProvider clock)
{
    // On SQLite writers queue and none is ever beaten to it.
    private const int MostTries = 8;

    /// <param name="articleId">A story that this person may write.</param>
    public async Task<EditSession> OpenAsync(int articleId, Staffer me, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        EditSession session = null!;
        await db.WriteAsync(
            async () =>
            {
                await db.EditSessions.Abandoned(now).ExecuteDeleteAsync(cancel);
                session = EditSession.Open(await db.Drafts.SingleAsync(d => d.ArticleId == articleId, cancel), me, now);
                db.Add(session);
                await db.SaveChangesAsync(cancel);
            },
            cancel);
        return session;
    }

    /// <param name="articleId">A story that this person may write.</param>
    /// <param name="sessionId">The tab's, as it was told when it was opened.</param>
    public async Task<SavedDraft> SaveAsync(int articleId, string? sessionId, SentCopy sent, Staffer me, CancellationToken cancel)
    {
        var rendered = await bodies.RenderAsync(sent.Copy.Body, sent.Copy.Language, cancel);
        for (var tries = 1; ; tries++)
        {
            // What was read before the turn to write may be old by now.
            db.ChangeTracker.Clear();
            try
            {
                return await TryAsync(articleId, sessionId, sent, rendered, me, cancel);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Another instance saved between our reading and our writing: the next try sees it.
            }
        }
    }

    /// <summary>Sets a refused text against what is saved by now; null when none is left.</summary>
    public async Task<SavedDraft?> FaceAsync(int articleId, string sessionId, Staffer me, CancellationToken cancel)
    {
        var draft = await db.Drafts.SingleAsync(d => d.ArticleId == articleId, cancel);
        var session = await db.EditSessions.Named(sessionId, articleId, me).FirstAsync(cancel);
        if (session.RefusedCopy is null)
        {
            return null;
        }

        session.Face(draft);
        await db.SaveChangesAsync(cancel);
        return new(SaveOutcome.Refused, session, draft);
    }

    /// <summary>
    /// Saves a refused text put together with what stood in its way. Refused again while conflicts are open, or when
    /// somebody has saved since they were looked at.
    /// </summary>
    /// <param name="theirVersion">The version that was looked at.</param>
    /// <param name="chosen">How its writer settled the conflicts.</param>
    public async Task<SavedDraft> SettleAsync(
        int articleId, string sessionId, int theirVersion, IReadOnlyDictionary<string, Side> chosen, Staffer me, CancellationToken cancel)
    {
        if (await FaceAsync(articleId, sessionId, me, cancel) is not { } faced)
        {
            // Its answer was lost, and it is asked for again.
            var (draft, session) = (await db.Drafts.SingleAsync(d => d.ArticleId == articleId, cancel), await db.EditSessions.Named(sessionId, articleId, me).FirstAsync(cancel));
            return new(SaveOutcome.Repeated, session, draft);
        }

        if (faced.Session.TheirVersion != theirVersion || faced.Session.Merge(chosen) is not { IsClean: true } merged)
        {
            return faced;
        }

        return await SaveAsync(articleId, sessionId, new(faced.Session.LastSave + 1, theirVersion, merged.Copy), me, cancel);
    }

    private async Task<SavedDraft> TryAsync(
        int articleId, string? sessionId, SentCopy sent, RenderedBody rendered, Staffer me, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        SavedDraft saved = null!;
        await db.WriteAsync(
            async () =>
            {
                var draft = await db.Drafts.SingleAsync(d => d.ArticleId == articleId, cancel);
                var session = await db.EditSessions.Named(sessionId, articleId, me).FirstOrDefaultAsync(cancel)
                    ?? db.Add(EditSession.Reopen(articleId, me, sent.BaseVersion, now)).Entity;
                var outcome = session.Save(draft, sent, rendered, me, now);
                await db.SaveChangesAsync(cancel);
                saved = new(outcome, session, draft);
            },
            cancel);
        return saved;
    }
}

/// <param name="Outcome">What became of the text that was sent.</param>
/// <param name="Session">The tab's; a new one when the one it named was unknown.</param>
/// <param name="Draft">As it is now.</param>
public sealed record SavedDraft(SaveOutcome Outcome, EditSession Session, Draft Draft);
