using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
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
