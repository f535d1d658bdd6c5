using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>
/// Has one <see cref="IChangeConsumer"/> carry on from its cursor, whenever the tail found something new and now and then
/// without, for what another instance left behind. Several changes within a moment are handed over together.
/// </summary>
internal sealed partial class CursorRunner(
    string name, IServiceScopeFactory scopes, RecentChanges recent, TimeProvider clock, ILogger<CursorRunner> log) : BackgroundService, IChangeFollower
{
    private const long Unknown = -1;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim rung = new(0, 1);
    private long newest = Unknown;

    public void StartOver()
    {
        Volatile.Write(ref newest, recent.Newest);
        Ring();
    }

    public void Follow(IReadOnlyList<Change> changes) => Ring();

    public override void Dispose()
    {
        rung.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = LongestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(pause, stoppingToken);
            pause = await LookAsync(stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} failed at changes, which are tried again in {Pause}.")]
    private partial void LogFailure(Exception failure, string consumer, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} goes on.")]
    private partial void LogRecovery(string consumer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The place of {Consumer} in the change feed could not be read or noted.")]
    private partial void LogNoPlace(Exception failure, string consumer);

    // One thread rings, so nobody else can have released in between.
    private void Ring()
    {
        if (rung.CurrentCount == 0)
        {
            rung.Release();
        }
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken stop)
    {
        if (pause > TimeSpan.Zero)
        {
            using var over = new CancellationTokenSource(pause, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stop);
            await rung.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Moment, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> LookAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return Volatile.Read(ref newest) is not Unknown and var start
                ? await TakeTurnAsync(scope.ServiceProvider, start, stop)
                : LongestPause;
        }
        catch (Exception failure)
        {
            if (!stop.IsCancellationRequested)
            {
                LogNoPlace(failure, name);
            }

            return LongestPause;
        }
    }

    /// <returns>When to look again by oneself; at once when there may be more.</returns>
    private async Task<TimeSpan> TakeTurnAsync(IServiceProvider services, long start, CancellationToken stop)
    {
        var db = services.GetRequiredService<NewsDb>();
        var turns = new CursorTurns(db, name, clock);
        var (cursor, now) = (await turns.FindAsync(start, stop), clock.GetUtcNow().UtcDateTime);
        if (cursor.FreeUtc > now)
        {
            var left = cursor.FreeUtc - now;
            return left < LongestPause ? left : LongestPause;
        }

        var batch = await CursorBatch.ReadAsync(db, cursor.Seq, now, stop);
        return batch.IsEmpty || !await turns.ClaimAsync(cursor, stop)
            ? LongestPause
            : await CarryAsync(services.GetRequiredKeyedService<IChangeConsumer>(name), batch, cursor, turns, stop);
    }

    private async Task<TimeSpan> CarryAsync(IChangeConsumer consumer, CursorBatch batch, ChangeCursor cursor, CursorTurns turns, CancellationToken stop)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(CursorTurns.Longest);
            await (batch.IsLost ? consumer.StartOverAsync(patience.Token) : consumer.ConsumeAsync(batch.Changes, patience.Token));
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            await turns.LeaveAsync(cursor);
            return LongestPause;
        }
        catch (Exception failure)
        {
            var pause = await turns.FailAsync(cursor);
            LogFailure(failure, name, pause);
            return pause < LongestPause ? pause : LongestPause;
        }

        await turns.PassAsync(batch.Last);
        if (cursor.Failures > 0)
        {
            LogRecovery(name);
        }

        return TimeSpan.Zero;
    }
}
