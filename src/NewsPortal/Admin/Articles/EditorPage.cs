using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>A story open for writing.</summary>
public sealed class EditorPage
{
    public required Article Article { get; init; }

    public required EditorFields Fields { get; init; }

    public required EditSession Session { get; init; }

    public required Staffer Me { get; init; }

    /// <summary>The other open editors.</summary>
    public required IReadOnlyList<EditSession> Others { get; init; }

    /// <summary>Closed tabs of this person whose last text was refused.</summary>
    public required IReadOnlyList<EditSession> LeftRefused { get; init; }

    public Draft Draft => Article.Draft;

    public static async Task<EditorPage> ReadAsync(NewsDb db, CopyDesk desk, Article article, EditSession session, Staffer me, CancellationToken cancel)
    {
        var (id, now) = (article.Id, session.OpenedUtc);
        return new()
        {
            Article = article,
            Fields = await EditorFields.ReadAsync(db, desk, article, article.Draft.Copy, cancel),
            Session = session,
            Me = me,
            Others = await db.EditSessions.AsNoTracking().Present(id, now).Where(s => s.Id != session.Id).ToListAsync(cancel),
            LeftRefused = await db.EditSessions.AsNoTracking().LeftRefused(id, me, now).ToListAsync(cancel),
        };
    }
}
