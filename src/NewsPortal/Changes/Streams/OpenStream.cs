using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace NewsPortal.Changes.Streams;

/// <summary>
/// One reader who listens. There are tens of thousands of them, and nearly always nothing happens: so it keeps a place in
/// the <see cref="FrameLog"/> and no queue, runs no task and no timer, and holds nothing of the request but its end.
/// </summary>
internal sealed class OpenStream
{
    // What a reader may be behind with while a write of theirs does not get through. They resume with Last-Event-ID.
    private const int MostFramesBehind = 256;
    private const int MostBytesBehind = 64 * 1024;

    private readonly HttpContext http;
    private readonly string network;
    private readonly StreamFeed feed;
    private readonly StreamSlots slots;
    private readonly int slot;
    private readonly StreamMeter meter;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PipeWriter body;

    // Who sets it writes; nobody else does until it is 0 again. The end keeps it for ever.
    private int turn = 1;
    private volatile bool isGone;
    private volatile bool isPinged;
    private bool hasEnded;
    private long place;
    private long stuckAt = long.MaxValue;
    private int epoch;
    private int edition;
    private Action? goOn;
    private ValueTaskAwaiter<FlushResult> written;

    /// <param name="network">Under which it was let in: see <see cref="StreamSlots.TryEnter"/>.</param>
    public OpenStream(HttpContext http, string network, StreamFeed feed, StreamSlots slots, StreamMeter meter)
    {
        (this.http, this.network, this.feed, this.slots, this.meter) = (http, network, feed, slots, meter);
        body = http.Response.BodyWriter;
        slot = slots.Add(this);
        http.RequestAborted.UnsafeRegister(static stream => ((OpenStream)stream!).Leave(), this);
    }

    /// <summary>Done when nothing more will be written.</summary>
    public Task Ended => ended.Task;

    /// <summary>Before it begins, its opener has its turn.</summary>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes) => !isGone && !(await body.WriteAsync(bytes)).IsCompleted && !isGone;

    /// <summary>From here on it is told of everything that it lacks.</summary>
    public void Begin(FrameLog log, long from, int knownEdition)
    {
        (place, epoch, edition) = (from, log.Epoch, knownEdition);
        Run();
    }

    /// <summary>Its opener has nothing more to write.</summary>
    public void End()
    {
        isGone = true;
        Run();
    }

    /// <summary>Writes what it lacks, unless it is at it.</summary>
    public void Nudge()
    {
        if (Interlocked.Exchange(ref turn, 1) == 0)
        {
            Run();
        }
        else
        {
            DropIfStuck(feed.News.Log);
        }
    }

    public void Ping()
    {
        isPinged = true;
        Nudge();
    }

    /// <summary>Cuts the connection. Its reader comes back and resumes.</summary>
    public void Drop()
    {
        lock (ended)
        {
            if (!hasEnded)
            {
                isGone = true;
                meter.Dropped();
                http.Abort();
            }
        }
    }

    private void Leave()
    {
        isGone = true;
        Nudge();
    }

    private void Run()
    {
        do
        {
            if (!TryWriteAll())
            {
                return;
            }

            if (isGone)
            {
                Finish();
                return;
            }

            Interlocked.Exchange(ref turn, 0);
        }
        while ((isGone || IsLacking(feed.News)) && Interlocked.Exchange(ref turn, 1) == 0);
    }

    /// <returns>False when it goes on by itself later.</returns>
    [SuppressMessage("Reliability", "CA2012", Justification = "Looked at once: here, or when it is done. To await it would keep a state machine per stream.")]
    private bool TryWriteAll()
    {
        try
        {
            while (!isGone && Next(feed.News) is { Length: > 0 } bytes)
            {
                meter.Sent();
                var writing = body.WriteAsync(bytes).GetAwaiter();
                if (!writing.IsCompleted)
                {
                    WaitFor(writing);
                    return false;
                }

                isGone |= writing.GetResult().IsCompleted;
            }
        }
        catch (Exception)
        {
            // The connection broke, which its reader knows better than we do.
            isGone = true;
        }

        return true;
    }

    private void WaitFor(ValueTaskAwaiter<FlushResult> writing)
    {
        written = writing;
        Volatile.Write(ref stuckAt, feed.News.Log.End);
        writing.UnsafeOnCompleted(goOn ??= GoOn);
    }

    private void GoOn()
    {
        Volatile.Write(ref stuckAt, long.MaxValue);
        try
        {
            isGone |= written.GetResult().IsCompleted;
        }
        catch (Exception)
        {
            isGone = true;
        }

        written = default;
        Run();
    }

    private ReadOnlyMemory<byte> Next(StreamNews news)
    {
        if (news.Log.Epoch != epoch)
        {
            (epoch, place) = (news.Log.Epoch, news.Log.End);
            return EventFrame.Hello(news.Log.Last, isPlace: true, startOver: true, feed.Now);
        }

        if (news.Step is { } step && step.From == place && step.FromEdition == edition)
        {
            (place, edition) = (step.To, step.ToEdition);
            return step.Bytes;
        }

        return place < news.Log.End ? FromLog(news.Log) : Besides(news);
    }

    private ReadOnlyMemory<byte> FromLog(FrameLog log)
    {
        if (log.Holds(place))
        {
            return log.Read(ref place);
        }

        meter.Dropped();
        isGone = true;
        return default;
    }

    private ReadOnlyMemory<byte> Besides(StreamNews news)
    {
        if (news.EditionNumber > edition)
        {
            edition = news.EditionNumber;
            return news.Edition!.Frame;
        }

        if (news.IsOver)
        {
            // The last word: after it the answer ends.
            isGone = true;
            return EventFrame.Retry;
        }

        if (isPinged)
        {
            isPinged = false;
            return EventFrame.Ping;
        }

        return default;
    }

    private bool IsLacking(StreamNews news)
        => news.Log.Epoch != epoch || place < news.Log.End || news.EditionNumber > edition || isPinged || news.IsOver;

    private void DropIfStuck(FrameLog log)
    {
        if (isGone)
        {
            return;
        }

        var since = Volatile.Read(ref stuckAt);
        if (since < log.End && (!log.Holds(since) || log.End - since > MostFramesBehind || log.Bytes(since, log.End) > MostBytesBehind))
        {
            Drop();
        }
    }

    // Together with the end, after which the connection may be another request's.
    private void Finish()
    {
        lock (ended)
        {
            isGone = hasEnded = true;
        }

        slots.Remove(slot);
        slots.Leave(network);
        ended.SetResult();
    }
}
