using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Comments.Appeals;

/// <summary>Finds comments for those who wrote them, and takes their word that one was wrongly kept from readers.</summary>
public sealed class Appealing(NewsDb db, AppealKeys keys, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null where it is not theirs, or nothing is left of it.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="commenterId">Who asks: see <see cref="Recognition"/>.</param>
    /// <param name="key">What a letter gave them instead.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<AppealPage?> FindAsync(int id, int? commenterId, string? key, CancellationToken cancel)
    {
        if (await Of(id, commenterId, key).AsNoTracking().FirstOrDefaultAsync(cancel) is not { } comment)
        {
            return null;
        }

        var ban = await db.BanAsync(new KnownBy(comment.CommenterId, comment.Commenter?.AccountId, comment.EmailKey, comment.NetworkId), Now, cancel);
        return new AppealPage(comment, key, StandingOf(Telling.Of(comment.State, comment.DecidedUtc, Now), comment.Appeals.Count > 0, ban))
        {
            Ban = ban,
            Verdict = await db.Decisions.AsNoTracking().Where(d => d.CommentId == id && d.UndoneUtc == null && d.Rule == null).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel),
        };
    }

    /// <exception cref="RefusedException">The words cannot stand.</exception>
    /// <exception cref="DbUpdateException">Something happened to the comment at this moment.</exception>
    public async Task AppealAsync(AppealPage page, string? text, CancellationToken cancel)
    {
        var appeal = Appeal.Of(text, Now);
        var comment = await db.Comments.Include(c => c.Appeals).FirstAsync(c => c.Id == page.Comment.Id, cancel);
        comment.Contest(appeal, Now);
        await db.SaveChangesAsync(cancel);
    }

    private IQueryable<Comment> Of(int id, int? commenterId, string? key)
    {
        var opens = keys.Opens(id, key);
        return db.Comments.Include(c => c.Appeals).Include(c => c.Commenter).Include(c => c.Article!.Section).Where(c => c.Id == id && c.Kind == CommentKind.Comment
            && c.State != CommentState.Withdrawn && c.State != CommentState.Erased && (opens || (commenterId != null && c.CommenterId == commenterId)));
    }

    private static AppealStanding StandingOf(CommentState told, bool isContested, Ban? ban) => told switch
    {
        CommentState.Approved => isContested ? AppealStanding.Granted : AppealStanding.Shown,
        CommentState.Pending => isContested ? AppealStanding.Waiting : AppealStanding.Unread,
        _ when isContested => AppealStanding.Refused,
        _ => ban is null ? AppealStanding.Open : AppealStanding.Banned,
    };
}

/// <summary>What a writer may still do about the verdict. Each but <see cref="Open"/> and <see cref="Banned"/> has a sentence <c>appeal.{name}</c>.</summary>
public enum AppealStanding
{
    Open,
    Banned,

    /// <summary>Nobody has decided yet.</summary>
    Unread,

    /// <summary>Readers see it.</summary>
    Shown,

    /// <summary>They appealed, and nobody has looked again yet.</summary>
    Waiting,

    /// <summary>They appealed, and readers see it now.</summary>
    Granted,

    /// <summary>They appealed, and it stays as it was.</summary>
    Refused,
}

/// <summary>One's own comment, and what can be done about the verdict on it.</summary>
public sealed record AppealPage(Comment Comment, string? Key, AppealStanding Standing)
{
    /// <summary>A person's, of those that stand the last.</summary>
    public Decision? Verdict { get; init; }

    public Ban? Ban { get; init; }

    /// <summary>What was typed, and could not stand.</summary>
    public string? Typed { get; init; }

    public string Url => StoryAddress.Of(Comment.Article!.Section?.Slug, Comment.Article.Slug, Comment.ArticleId);

    /// <summary>They may ask for a second look, or could if they were not banned.</summary>
    public bool IsOpen => Standing is AppealStanding.Open or AppealStanding.Banned;
}
