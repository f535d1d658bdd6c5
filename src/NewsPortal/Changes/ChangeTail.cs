using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using NewsPortal.Data;

namespace NewsPortal.Changes;

/// <summary>
/// Reads the change feed for this process, at the bell and once a second without one, and hands what is new to every
/// <see cref="IChangeFollower"/>. The second is a real one: what the paper's clock shows has no part in it.
/// </summary>
public sealed partial class ChangeTail(
    IServiceScopeFactory scopes, ChangeBell bell, RecentChanges recent, IEnumerable<IChangeFollower> followers, ILogger<ChangeTail> log) : BackgroundService
{
    // Gaps further back than this were left by writes that ended long ago.
    private const int MostOpenAtStart = 100;
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(5);

    private readonly TailQueries queries = new();
    private FeedPlace? place;
    private long lastRead = Stopwatch.GetTimestamp();
    private bool isFailing;

    /// <summary>The feed was not read to its end for so long that what this process serves may be old.</summary>
    public bool IsBehind => Stopwatch.GetElapsedTime(Volatile.Read(ref lastRead)) > LongestLag;

    private static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>Takes its place before any request is answered: what changes from then on is followed.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        bell.Attend();
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        bell.Leave();
        await base.StopAsync(cancellationToken);
    }

    // A thread of its own: when the house is full, a place in the pool's queue comes after every reader's.
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.Factory.StartNew(() => Listen(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    [LoggerMessage(Level = LogLevel.Error, Message = "The change feed could not be read; it is tried again every second.")]
    private partial void LogFailure(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change feed is read again.")]
    private partial void LogRecovery();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change feed does not go on where it was left, as after a restored backup; it is followed anew.")]
    private partial void LogLostPlace();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Follower} failed at changes it was told of.")]
    private partial void LogFollower(Exception failure, string follower);

    private void Listen(CancellationToken stop)
    {
        bell.BecomeTail();
        while (!stop.IsCancellationRequested)
        {
            bell.Wait(LongestPause, stop);
            LookAsync(stop).GetAwaiter().GetResult();
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        var callers = bell.TakeCallers();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            while (await ReadOnAsync(db, stop))
            {
            }

            Succeed();
        }
        catch (Exception failure)
        {
            Fail(failure, stop);
        }

        bell.Answer(callers, place?.Passed ?? -1);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ReadOnAsync(NewsDb db, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestRead);
        if (place is null)
        {
            StartOver(await TailQueries.RecentAsync(db, RecentChanges.Most, patience.Token));
        }

        var read = await queries.FromAsync(db, place.Newest, patience.Token);
        if (!place.IsIn(read))
        {
            place = null;
            LogLostPlace();
            return true;
        }

        // The gaps come last: what was committed there before anything of the above has to be found with it.
        var now = Now;
        var found = await queries.InGapsAsync(db, place.Gaps, patience.Token);
        Hand(place.Take([.. read, .. found], now));
        return read.Count >= TailQueries.Batch || found.Count >= TailQueries.Batch;
    }

    [MemberNotNull(nameof(place))]
    private void StartOver(List<Change> known)
    {
        place = new FeedPlace([.. known.TakeLast(MostOpenAtStart)], Now);
        recent.StartOver(known);
        foreach (var follower in followers)
        {
            Tell(follower, told => told.StartOver());
        }

        recent.Apply();
    }

    private void Hand(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        recent.Add(changes);
        foreach (var follower in followers)
        {
            // Nobody knows how far it came, so nothing that it keeps can be trusted.
            if (!Tell(follower, told => told.Follow(changes)))
            {
                Tell(follower, told => told.StartOver());
            }
        }

        recent.Apply();
    }

    private bool Tell(IChangeFollower follower, Action<IChangeFollower> what)
    {
        try
        {
            what(follower);
            return true;
        }
        catch (Exception failure)
        {
            LogFollower(failure, follower.GetType().Name);
            return false;
        }
    }

    private void Succeed()
    {
        Volatile.Write(ref lastRead, Stopwatch.GetTimestamp());
        if (isFailing)
        {
            isFailing = false;
            LogRecovery();
        }
    }

    private void Fail(Exception failure, CancellationToken stop)
    {
        if (!isFailing && !stop.IsCancellationRequested)
        {
            isFailing = true;
            LogFailure(failure);
        }
    }
}
