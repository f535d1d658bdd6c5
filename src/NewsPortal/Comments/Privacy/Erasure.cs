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
        int? writer = null;
        await db.WriteAsync(
            async () =>
            {
                // They may have posted their first one at this moment.
                writer = await db.Commenters.Where(c => c.AccountId == accountId).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel);
                await (writer is null ? accounts.EraseAsync(accountId, cancel) : Task.CompletedTask);
            },
            cancel);
        await (writer is { } id ? EraseWriterAsync(id, trail: null, cancel) : log.EmptyAsync(CancellationToken.None));
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
                while ((await EraseAsync(theirs, cancel)).Count > 0)
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
    /// <returns>Who wrote each of them.</returns>
    public async Task<IReadOnlyList<int?>> EraseAsync(IQueryable<Comment> comments, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var few = await comments.OrderBy(c => c.QueuedUtc).ThenBy(c => c.Id).Take(Batch).Include(c => c.Holds).Include(c => c.Decisions).Include(c => c.Appeals).AsSplitQuery().ToListAsync(cancel);
        var writers = few.ConvertAll(comment => comment.CommenterId);
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

        return writers;
    }

    /// <summary>Of these, whoever has no comment left, no account, and nothing that keeps them from commenting.</summary>
    public Task ForgetIdleAsync(IReadOnlyCollection<int> writers, CancellationToken cancel) => db.WriteAsync(
        async () =>
        {
            var keys = writers.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
            var banned = await db.Bans.Where(b => b.Kind == BanKind.Writer && keys.Contains(b.Key) && b.LiftedUtc == null && b.UntilUtc > Now)
                .Select(b => b.Key).ToListAsync(cancel);
            var idle = writers.Except(banned.Select(key => int.Parse(key, CultureInfo.InvariantCulture))).ToList();
            await db.Commenters.Where(c => idle.Contains(c.Id) && c.AccountId == null && !c.HoldsAll && !db.Comments.Any(said => said.CommenterId == c.Id))
                .ExecuteDeleteAsync(cancel);
        },
        cancel);

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
        await KeepOutAsync(key, account, cancel);
        await db.Commenters.Where(c => c.Id == commenterId).ExecuteDeleteAsync(cancel);
        if (account is { } id)
        {
            await accounts.EraseAsync(id, cancel);
        }

        return true;
    }

    // Whoever joined and is banned stays so by what stands for their address: else they would join again.
    private async Task KeepOutAsync(string writer, int? account, CancellationToken cancel)
    {
        var theirs = db.Bans.Where(b => b.Kind == BanKind.Writer && b.Key == writer);
        if (await db.Accounts.Where(a => a.Id == account).Select(a => a.NormalizedEmail).FirstOrDefaultAsync(cancel) is { } email)
        {
            await theirs.ExecuteUpdateAsync(set => set.SetProperty(b => b.Kind, BanKind.Email).SetProperty(b => b.Key, email).SetProperty(b => b.Name, ""), cancel);
        }

        await theirs.ExecuteDeleteAsync(cancel);
    }
}
