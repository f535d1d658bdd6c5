using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts.Readers;
using NewsPortal.Audit;
using NewsPortal.Comments.Notices;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>
/// Empties what somebody wrote, and forgets who they were. The places of their comments stay for the answers of others.
/// Pages, feeds and caches lose the words with the change that each comment announces; on SQLite the bytes go from free
/// pages (secure_delete) and from the write-ahead log too.
/// </summary>
public sealed class Erasure(NewsDb db, ReaderErasure accounts, WriteAheadLog log, TimeProvider clock)
{
    // A few at a time, so that no other writer waits for long.
    private const int Batch = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The account of a reader who has written nothing, and every copy of it.</summary>
    public async Task EraseReaderAsync(int accountId, CancellationToken cancel)
    {
        await db.WriteAsync(() => accounts.EraseAsync(accountId, cancel), cancel);
        await log.EmptyAsync(cancel);
    }

    /// <summary>All of one person's, with their account if they joined. It may be asked for again if it was interrupted.</summary>
    /// <param name="commenterId">Whose.</param>
    /// <param name="trail">Kept in the audit trail with it, where somebody of the paper does so.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public async Task EraseWriterAsync(int commenterId, AuditEntry? trail, CancellationToken cancel)
    {
        var theirs = db.Comments.Where(c => c.CommenterId == commenterId);
        // They still may not comment, but nobody is told any more who they were.
        await db.WriteAsync(
            () => db.Bans.Where(b => (b.Kind == BanKind.Email && theirs.Any(c => c.EmailKey == b.Key)) || (b.Kind == BanKind.Network && theirs.Any(c => c.NetworkId == b.Key)))
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.Name, ""), cancel),
            cancel);
        try
        {
            for (var isForgotten = false; !isForgotten;)
            {
                while (await EraseAsync(theirs, cancel) > 0)
                {
                }

                await db.WriteAsync(async () => isForgotten = await ForgetAsync(commenterId, trail, cancel), cancel);
            }
        }
        finally
        {
            // What is erased is erased, also for whoever did not wait for the rest.
            await log.EmptyAsync(CancellationToken.None);
        }
    }

    /// <summary>The first few of these.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAsync(IQueryable<Comment> comments, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var few = await comments.OrderBy(c => c.QueuedUtc).ThenBy(c => c.Id).Take(Batch).Include(c => c.Holds).Include(c => c.Decisions).Include(c => c.Appeals).AsSplitQuery().ToListAsync(cancel);
        few.ForEach(comment => comment.Erase(Now));
        var ids = few.ConvertAll(comment => comment.Id);
        db.RemoveRange(await db.LetterWishes.Where(wish => ids.Contains(wish.CommentId)).ToListAsync(cancel));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A moderator decided on one of them at that moment: they are read anew.
        }

        return few.Count;
    }

    private async Task<bool> ForgetAsync(int commenterId, AuditEntry? trail, CancellationToken cancel)
    {
        // They may have posted one more at that moment.
        if (await db.Comments.AnyAsync(c => c.CommenterId == commenterId, cancel))
        {
            return false;
        }

        if (trail is not null)
        {
            db.Add(trail);
            await db.SaveChangesAsync(cancel);
        }

        var account = await db.Commenters.Where(c => c.Id == commenterId).Select(c => c.AccountId).FirstOrDefaultAsync(cancel);
        var key = commenterId.ToString(CultureInfo.InvariantCulture);
        await db.Decisions.Where(d => d.CommenterId == commenterId).ExecuteUpdateAsync(set => set.SetProperty(d => d.CommenterId, (int?)null).SetProperty(d => d.Note, (string?)null).SetProperty(d => d.WriterNote, (string?)null), cancel);
        await NoticeUpkeep.LeaveAsync(db, Now, cancel);
        await db.Bans.Where(b => b.Kind == BanKind.Writer && b.Key == key).ExecuteDeleteAsync(cancel);
        await db.Commenters.Where(c => c.Id == commenterId).ExecuteDeleteAsync(cancel);
        if (account is { } id)
        {
            await accounts.EraseAsync(id, cancel);
        }

        return true;
    }
}
