using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments.Notices;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>
/// Forgets what is older than it is kept, a few at a time. A refused comment is emptied and not deleted: the place of it
/// holds the answers of others and the history of decisions, which say nothing of anybody any more. Any number of instances may do so at once: one that meets
/// another's change goes on an hour later.
/// </summary>
internal sealed partial class CommentRetention(IServiceScopeFactory scopes, RetentionSettings settings, TimeProvider clock, ILogger<CommentRetention> log)
    : BackgroundService
{
    private const int Batch = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly CommentState[] Unseen = [CommentState.Rejected, CommentState.Spam, CommentState.Withdrawn];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await ForgetAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old comments could not be forgotten; it is tried again in an hour.")]
    private partial void LogFailure(Exception failure);

    private async Task ForgetAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (db, erasure, now) = (services.GetRequiredService<NewsDb>(), services.GetRequiredService<Erasure>(), clock.GetUtcNow().UtcDateTime);
        var erased = 0;
        foreach (var state in settings.Refused is null ? [] : Unseen)
        {
            var before = now - settings.Refused;
            for (var few = -1; few != 0; erased += few)
            {
                var writers = await erasure.EraseAsync(db.Comments.Where(c => c.State == state && c.QueuedUtc < before && (c.DecidedUtc == null || c.DecidedUtc < before)), cancel);
                few = writers.Count;
                await erasure.ForgetIdleAsync([.. writers.OfType<int>().Distinct()], cancel);
            }
        }

        await db.WriteAsync(() => db.Claims.Where(claim => claim.UntilUtc < now).ExecuteDeleteAsync(cancel), cancel);
        erased += await NetworksAsync(db, now, cancel) + await EmailsAsync(db, now, cancel) + await KeysAsync(db, now, cancel)
            + await NoticeUpkeep.ForgetAsync(db, now - settings.Emails, now, cancel);
        if (erased > 0)
        {
            await services.GetRequiredService<WriteAheadLog>().EmptyAsync(cancel);
        }
    }

    // Whoever comments next would do it too; on a quiet day nobody does.
    private static async Task<int> KeysAsync(NewsDb db, DateTime now, CancellationToken cancel)
    {
        var (today, destroyed) = (DateOnly.FromDateTime(now), 0);
        await db.WriteAsync(async () => destroyed = await db.NetworkKeys.Where(k => k.Day < today).ExecuteDeleteAsync(cancel), cancel);
        return destroyed;
    }

    private async Task<int> NetworksAsync(NewsDb db, DateTime now, CancellationToken cancel) => now - settings.Networks is not { } before ? 0
        : await InBatchesAsync(
            db,
            () => db.Comments.Where(c => c.NetworkId != null && c.PostedUtc < before).OrderBy(c => c.PostedUtc).ThenBy(c => c.Id).Take(Batch)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.NetworkId, (string?)null), cancel),
            cancel)
        + await InBatchesAsync(
            db,
            () => db.Reports.Where(r => r.NetworkId != null && r.AtUtc < before).OrderBy(r => r.AtUtc).ThenBy(r => r.Id).Take(Batch)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.NetworkId, (string?)null), cancel),
            cancel);

    private async Task<int> EmailsAsync(NewsDb db, DateTime now, CancellationToken cancel) => now - settings.Emails is not { } before ? 0
        : await InBatchesAsync(
            db,
            () => db.Comments.Where(c => c.EmailSealed != null && c.PostedUtc < before).OrderBy(c => c.PostedUtc).ThenBy(c => c.Id).Take(Batch)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.EmailSealed, (string?)null).SetProperty(c => c.EmailKey, (string?)null), cancel),
            cancel);

    // Whoever writes meanwhile comes between two of them.
    private static async Task<int> InBatchesAsync(NewsDb db, Func<Task<int>> forget, CancellationToken cancel)
    {
        var (all, few) = (0, -1);
        for (; few != 0; all += few)
        {
            await db.WriteAsync(async () => few = await forget(), cancel);
        }

        return all;
    }
}
