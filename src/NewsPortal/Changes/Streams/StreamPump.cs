namespace NewsPortal.Changes.Streams;

/// <summary>Has every open stream told of what happened, pings them, and ends them when the process does. One loop for all.</summary>
internal sealed class StreamPump(StreamFeed feed, StreamSlots slots, RecentChanges recent, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Seconds between two pings of a stream: proxies cut what is silent for a minute.</summary>
    public const int PingSeconds = 20;

    // Streams that one thread takes in one go.
    private const int Share = 128;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim rung = new(0, 1);
    private readonly Lock ringing = new();

    public override void Dispose()
    {
        rung.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        recent.Advanced += Ring;
        await using var stopping = lifetime.ApplicationStopping.Register(Close);
        var told = feed.News;
        for (long second = Environment.TickCount64 / 1000; !stoppingToken.IsCancellationRequested;)
        {
            await ((Task)rung.WaitAsync(Second, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var news = await feed.AdvanceAsync(told);
            if (news.Tells(told))
            {
                await TellAllAsync();
            }

            told = news;
            for (var now = Environment.TickCount64 / 1000; second < now; second++)
            {
                Beat(second, told.IsOver);
            }
        }

        recent.Advanced -= Ring;
    }

    private void Ring()
    {
        lock (ringing)
        {
            if (rung.CurrentCount == 0)
            {
                rung.Release();
            }
        }
    }

    private void Close()
    {
        feed.Close();
        Ring();
    }

    private Task TellAllAsync()
    {
        var all = slots.All;
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(Environment.ProcessorCount, (all.Length / Share) + 1)).Select(_ => Task.Run(() =>
        {
            for (var from = Interlocked.Add(ref next, Share) - Share; from < all.Length; from = Interlocked.Add(ref next, Share) - Share)
            {
                for (var at = from; at < Math.Min(from + Share, all.Length); at++)
                {
                    all[at]?.Nudge();
                }
            }
        })));
    }

    // A part of them each second, so that nobody's page waits for a ping of everybody.
    private void Beat(long second, bool isOver)
    {
        var all = slots.All;
        var (from, step) = isOver ? (0, 1) : ((int)(second % PingSeconds), PingSeconds);
        for (var at = from; at < all.Length; at += step)
        {
            if (isOver)
            {
                // It was told a moment ago; what is left does not read.
                all[at]?.Drop();
            }
            else
            {
                all[at]?.Ping();
            }
        }
    }
}
