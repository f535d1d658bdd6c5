using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>
/// Deletes changes that are older than they are kept, a few at a time, so that no writer waits for long. The feed stays
/// without a gap, and the newest change that feeds may print stays in it: by its time they tell when they last changed.
/// Any number of instances may do so at once. No cursor holds a change back: one that has not moved for so long starts
/// over, and one whose consumer was taken away must not keep the feed for ever.
/// </summary>
internal sealed partial class ChangePruning(IServiceScopeFactory scopes, ChangeSettings settings, TimeProvider clock, ILogger<ChangePruning> log)
    : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PruneAsync(clock.GetUtcNow().UtcDateTime - settings.Kept, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old changes could not be deleted; it is tried again in an hour.")]
    private partial void LogFailure(Exception failure);

    private async Task PruneAsync(DateTime before, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        while (await LastOfBatchAsync(db, before, cancel) is { } last)
        {
            await db.WriteAsync(() => db.Changes.TagWith(TailQueries.Tag).Where(c => c.Seq <= last).ExecuteDeleteAsync(cancel), cancel);
        }
    }

    /// <returns>Up to where the oldest few can go; null when nothing can.</returns>
    internal static async Task<long?> LastOfBatchAsync(NewsDb db, DateTime before, CancellationToken cancel)
    {
        var changes = db.Changes.AsNoTracking().TagWith(TailQueries.Tag);
        var oldest = await changes.OrderBy(c => c.Seq).Take(Batch).Select(c => new { c.Seq, c.AtUtc }).ToListAsync(cancel);
        if (oldest is not [var first, ..] || first.AtUtc >= before)
        {
            return null;
        }

        var kept = await changes.InFeeds().MaxAsync(c => (long?)c.Seq, cancel) ?? await changes.MaxAsync(c => c.Seq, cancel);
        return oldest.TakeWhile(change => change.AtUtc < before && change.Seq < kept).LastOrDefault()?.Seq;
    }
}
