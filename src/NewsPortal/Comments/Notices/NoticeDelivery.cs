using System.Security.Cryptography;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Comments.Notices;

/// <summary>
/// Sends what is due, to those who confirmed that they want it. A letter that the mail server refuses is tried again and
/// given up in the end, and holds no other up; when there is no mail server to talk to, all wait.
/// </summary>
public sealed partial class NoticeDelivery(NewsDb db, Letters letters, NoticeLetters texts, TimeProvider clock, ILogger<NoticeDelivery> log)
{
    private const int Most = 50;
    private const int MostAnswers = 500;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Notice> Waiting(DateTime now) => db.Notices.Where(n => n.DoneUtc == null && n.DueUtc <= now && (n.Kind == NoticeKind.Confirmation || n.Wish!.Subscriber.ConfirmedUtc != null));

    public Task<bool> IsAnyDueAsync(CancellationToken cancel) => Waiting(Now).AnyAsync(cancel);

    public async Task SendAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var due = await Waiting(Now).OrderBy(n => n.DueUtc).Take(Most).Include(n => n.Wish!.Subscriber).ToListAsync(cancel);
        // All answers to one comment are told in one letter, also those that would wait for the next.
        var wishes = due.Where(n => n.Kind == NoticeKind.Answer).Select(n => n.WishId).ToHashSet();
        var answers = await db.Notices.Where(n => n.DoneUtc == null && n.Kind == NoticeKind.Answer && wishes.Contains(n.WishId)).OrderBy(n => n.Id).Take(MostAnswers).Include(n => n.Wish!.Subscriber).ToListAsync(cancel);
        foreach (var notices in due.Where(n => n.Kind != NoticeKind.Answer).Select(n => new List<Notice> { n }).Concat(answers.GroupBy(n => n.WishId).Select(group => group.ToList())))
        {
            await SendAsync(notices, cancel);
        }
    }

    private async Task SendAsync(List<Notice> notices, CancellationToken cancel)
    {
        try
        {
            if (await texts.WriteAsync(notices, cancel) is { } letter)
            {
                await letters.SendAsync(letter, cancel);
                notices.ForEach(notice => notice.Sent(Now));
            }
            else
            {
                notices.ForEach(notice => notice.Drop(Now));
            }
        }
        catch (SmtpCommandException refused)
        {
            Fail(notices, (int)refused.StatusCode);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            // Sealed with keys that are gone, or no address to any mail server.
            notices.ForEach(notice => notice.Drop(Now));
        }

        await db.SaveChangesAsync(cancel);
    }

    private void Fail(List<Notice> notices, int status)
    {
        var isForGood = status >= 500;
        foreach (var notice in notices.Where(notice => notice.Fail(isForGood, Now)))
        {
            LogGivenUp(notice.Kind, notice.Wish!.CommentId, status);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The letter of kind {Kind} about comment {Comment} was given up: the mail server says {Status}.")]
    private partial void LogGivenUp(NoticeKind kind, int comment, int status);
}
