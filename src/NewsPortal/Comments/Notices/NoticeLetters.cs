using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Comments.Notices;

/// <summary>Makes the letter that notices are told in, from what stands when it goes.</summary>
public sealed class NoticeLetters(NewsDb db, CommenterEmails emails, NoticeKeys keys, NoticeWords words, Site site)
{
    /// <param name="notices">Of one wish and kind.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>Null when there is nothing to tell any more.</returns>
    public async Task<Letter?> WriteAsync(IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var (notice, wish) = (notices[0], notices[0].Wish!);
        var comment = await db.Comments.AsNoTracking().Include(c => c.Appeals).Include(c => c.Article!.Section)
            .FirstOrDefaultAsync(c => c.Id == wish.CommentId && c.State != CommentState.Erased && c.State != CommentState.Withdrawn, cancel);
        if (comment is null || wish.Subscriber.EmailSealed is not { } address)
        {
            return null;
        }

        var ending = site.Absolute(keys.EndingPath(wish.Subscriber.EmailKey));
        var told = notice.Kind switch
        {
            NoticeKind.Confirmation => words.Asking(site.Absolute(keys.ConfirmationPath(wish.Subscriber.EmailKey))),
            NoticeKind.Answer => words.Answers(comment, Address(comment), await AnswersAsync(comment, notices, cancel)),
            _ => await VerdictAsync(comment, notice, cancel) is { } verdict ? words.Verdict(comment, Address(comment), verdict) : null,
        };
        return told is null ? null : new Letter(emails.Open(address), told.Subject, words.WithEnding(told.Text, ending))
        {
            Id = FormattableString.Invariant($"notice-{notice.Id}"),
            Thread = notice.Kind == NoticeKind.Confirmation ? null : FormattableString.Invariant($"comment-{comment.Id}"),
            EndingUrl = ending,
        };
    }

    private string Address(Comment comment)
    {
        var story = comment.Article!;
        return site.Absolute(StoryAddress.Of(story.Section?.Slug, story.Slug, story.Id));
    }

    private async Task<IReadOnlyList<Comment>> AnswersAsync(Comment comment, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var ids = notices.Select(notice => notice.TellsOf).ToHashSet();
        return comment.State != CommentState.Approved || comment.Article!.State != ArticleState.Published ? []
            : await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id) && c.State == CommentState.Approved).OrderBy(c => c.Id).ToListAsync(cancel);
    }

    // Decided again since, it is told by the notice of that.
    private async Task<Decision?> VerdictAsync(Comment comment, Notice notice, CancellationToken cancel)
        => await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.Id == notice.TellsOf && d.UndoneUtc == null, cancel) is { } decision
            && decision.Verdict == comment.State && decision.AtUtc == comment.DecidedUtc ? decision : null;
}
