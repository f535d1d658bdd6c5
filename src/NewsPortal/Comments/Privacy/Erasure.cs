using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Audit;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>
/// Empties what somebody wrote, and forgets who they were. The places of their comments stay for the answers of others.
/// Pages, feeds and caches lose the words with the change that each comment announces; on SQLite the bytes go from free
/// pages (secure_delete) and from the write-ahead log too.
/// </summary>
public sealed class Erasure(NewsDb db, TimeProvider clock)
{
    // A few at a time, so that no other writer waits for long.
    private const int Batch = 50;

    private const int Patience = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>All of one person's. It may be asked for again if it was interrupted.</summary>
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
        while (await EraseAsync(theirs, cancel) > 0)
        {
        }

        var key = commenterId.ToString(CultureInfo.InvariantCulture);
        await db.WriteAsync(
            async () =>
            {
                if (trail is not null)
                {
                    db.Add(trail);
                    await db.SaveChangesAsync(cancel);
                }

                await db.Decisions.Where(d => d.CommenterId == commenterId).ExecuteUpdateAsync(set => set.SetProperty(d => d.CommenterId, (int?)null).SetProperty(d => d.Note, (string?)null), cancel);
                await db.Bans.Where(b => b.Kind == BanKind.Writer && b.Key == key).ExecuteDeleteAsync(cancel);
                await db.Commenters.Where(c => c.Id == commenterId).ExecuteDeleteAsync(cancel);
            },
            cancel);
        await SweepAsync(cancel);
    }

    /// <summary>The first few of these.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAsync(IQueryable<Comment> comments, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var few = await comments.OrderBy(c => c.PostedUtc).ThenBy(c => c.Id).Take(Batch).Include(c => c.Holds).Include(c => c.Decisions).AsSplitQuery().ToListAsync(cancel);
        few.ForEach(comment => comment.Erase(Now));
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

    /// <summary>What was written over is in the write-ahead log until that is emptied. SQL Server keeps its log as its backups need it.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        for (var tries = 0; db.Database.IsSqlite() && tries < Patience && !await IsSweptAsync(cancel); tries++)
        {
            await Task.Delay(Pause, cancel);
        }
    }

    // Somebody may be reading what is in the log; it changes no row, so it needs no write of ours.
    private async Task<bool> IsSweptAsync(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
