using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Comments.Notices;

/// <summary>Who wants letters about a comment, who confirmed it, and who wants none any more.</summary>
public sealed class Subscribing(NewsDb db, Letters letters, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The writer of a comment wants letters. Whoever has not confirmed the address is asked by letter.</summary>
    public async Task WishAsync(Comment comment, CancellationToken cancel)
    {
        if (letters.AreSent && comment is { EmailSealed: { } text, EmailKey: { } key })
        {
            await db.WriteAsync(() => KeepAsync(comment.Id, new SealedEmail(text, key), Now, cancel), cancel);
        }
    }

    /// <returns>Whether there is still somebody to write to.</returns>
    public async Task<bool> ConfirmAsync(string emailKey, CancellationToken cancel)
    {
        if (await FindAsync(emailKey, cancel) is not { EmailSealed: not null } subscriber)
        {
            return false;
        }

        subscriber.Confirm(Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Whoever was never there wants none either.</summary>
    public async Task StopAsync(string emailKey, CancellationToken cancel)
    {
        if (await FindAsync(emailKey, cancel) is { } subscriber)
        {
            subscriber.Stop();
            await db.WriteAsync(
                async () =>
                {
                    await db.SaveChangesAsync(cancel);
                    await db.LetterWishes.Where(w => w.SubscriberId == subscriber.Id).ExecuteDeleteAsync(cancel);
                },
                cancel);
        }
    }

    public Task<bool> IsWaitedForAsync(string emailKey, CancellationToken cancel) => db.Subscribers.AnyAsync(s => s.EmailKey == emailKey && s.EmailSealed != null, cancel);

    private async Task KeepAsync(int commentId, SealedEmail email, DateTime now, CancellationToken cancel)
    {
        await db.TakeTurnAsync(CommentTally.Turn, cancel);
        var subscriber = await FindAsync(email.Key, cancel) ?? Subscriber.First(email);
        var wish = new LetterWish { CommentId = commentId, Subscriber = subscriber, AtUtc = now };
        db.Add(wish);
        if (subscriber.Wish(email, now))
        {
            db.Add(Notice.Asking(wish, now));
        }

        await db.SaveChangesAsync(cancel);
    }

    private Task<Subscriber?> FindAsync(string emailKey, CancellationToken cancel) => db.Subscribers.FirstOrDefaultAsync(s => s.EmailKey == emailKey, cancel);
}
