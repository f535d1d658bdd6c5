namespace NewsPortal.Changes.Streams;

/// <summary>What open streams tell, kept up with the change feed.</summary>
internal sealed class StreamFeed(RecentChanges recent, StandingEditions editions, TimeProvider clock) : IChangeFollower
{
    private readonly Lock turn = new();
    private volatile StreamNews news = new(FrameLog.Empty, null, null, false);

    public StreamNews News => news;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void StartOver() => Update(now => now with { Log = now.Log.Anew(recent.Rows), Step = null });

    public void Follow(IReadOnlyList<Change> changes) => Update(now => now with { Log = now.Log.With(changes) });

    public void Close() => Update(now => now with { IsOver = true });

    /// <summary>Looks for the newest standing news, and makes ready what happened since it was looked last.</summary>
    public async ValueTask<StreamNews> AdvanceAsync(StreamNews since)
    {
        var edition = news.IsOver ? null : await editions.NowAsync();
        return Update(now =>
        {
            var next = now with { Edition = edition ?? now.Edition };
            return next with { Step = StepFrom(since, next) };
        });
    }

    private static StreamStep? StepFrom(StreamNews since, StreamNews now)
    {
        var (from, to) = (since.Log.End, now.Log.End);
        if (since.Log.Epoch != now.Log.Epoch || !now.Log.Holds(from) || from == to)
        {
            return null;
        }

        var end = from;
        var bytes = now.Log.Read(ref end);
        if (end == to && now.EditionNumber > since.EditionNumber)
        {
            return new StreamStep(from, since.EditionNumber, to, now.EditionNumber, (byte[])[.. bytes.Span, .. now.Edition!.Frame.Span]);
        }

        return new StreamStep(from, since.EditionNumber, end, since.EditionNumber, bytes);
    }

    private StreamNews Update(Func<StreamNews, StreamNews> change)
    {
        lock (turn)
        {
            return news = change(news);
        }
    }
}
