using NewsPortal.Accounts;

namespace NewsPortal.Articles.Writing;

public static class EditSessionQueries
{
    /// <summary>The tab of that name, if it is this person's and open on this story.</summary>
    public static IQueryable<EditSession> Named(this IQueryable<EditSession> sessions, string? id, int articleId, Staffer me)
        => sessions.Where(s => s.Id == id && s.ArticleId == articleId && s.AccountId == me.Id);

    /// <summary>Everybody who has the story open, longest here first; a person with two tabs is here twice.</summary>
    public static IQueryable<EditSession> Present(this IQueryable<EditSession> sessions, int articleId, DateTime now)
        => sessions.Where(s => s.ArticleId == articleId && s.SeenUtc > now - EditSession.Presence).OrderBy(s => s.OpenedUtc);

    /// <summary>This person's tabs that were closed on a text which had been refused.</summary>
    public static IQueryable<EditSession> LeftRefused(this IQueryable<EditSession> sessions, int articleId, Staffer me, DateTime now)
        => sessions.Where(s => s.ArticleId == articleId && s.AccountId == me.Id && s.RefusedUtc != null && s.SeenUtc <= now - EditSession.Presence)
            .OrderByDescending(s => s.RefusedUtc);

    /// <summary>What nobody will come back for: a closed tab after days, a text that was refused after a month.</summary>
    public static IQueryable<EditSession> Abandoned(this IQueryable<EditSession> sessions, DateTime now)
        => sessions.Where(s => s.SeenUtc < now.AddDays(-30) || (s.SeenUtc < now.AddDays(-3) && s.RefusedUtc == null));
}
