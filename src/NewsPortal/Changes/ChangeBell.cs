using System.Diagnostics.CodeAnalysis;

namespace NewsPortal.Changes;

/// <summary>
/// Rung when changes were committed, so that the tail reads them at once. Nothing depends on it: a tail that hears no bell
/// looks by itself. Whoever wrote waits for this process's own tail, so that they read what they wrote.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A bell lives as long as the process, and is rung by writers to the last.")]
public sealed class ChangeBell
{
    /// <summary>How long a writer waits at most. The write is done, only pages may be old for a moment longer.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim rung = new(0, 1);
    private readonly AsyncLocal<bool> isTail = new();
    private readonly Lock turn = new();
    private List<Caller> callers = [];
    private volatile bool isHeard;

    /// <summary>This process wrote: who has others to tell, tells them. A handler must neither wait nor throw.</summary>
    public event Action? RungHere;

    /// <summary>Something was written, perhaps elsewhere.</summary>
    public void Ring()
    {
        lock (turn)
        {
            if (isHeard && rung.CurrentCount == 0)
            {
                rung.Release();
            }
        }
    }

    /// <summary>This process committed changes up to <paramref name="newest"/>. Done when its tail has passed them on.</summary>
    internal async Task RingAsync(long newest)
    {
        var passed = AskAsync(newest);
        RungHere?.Invoke();
        await passed;
    }

    /// <summary>Done when the tail has looked once more.</summary>
    internal Task LookAsync() => AskAsync(0);

    private async Task AskAsync(long newest)
    {
        var caller = new Caller(newest);
        lock (turn)
        {
            if (isHeard)
            {
                callers.Add(caller);
            }
        }

        Ring();
        // Whatever a follower writes cannot wait for the followers.
        if (isHeard && !isTail.Value)
        {
            await caller.Answered.Task.WaitAsync(LongestWait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal void Attend() => isHeard = true;

    /// <summary>Whoever calls this listens from here on, and all that they start.</summary>
    internal void BecomeTail() => isTail.Value = true;

    /// <summary>Returns when it was rung, after that time, or when there is nothing to wait for any more.</summary>
    internal void Wait(TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            rung.Wait(atMost, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>Those whose changes a look that begins now will find.</summary>
    internal IReadOnlyList<Caller> TakeCallers()
    {
        lock (turn)
        {
            var taken = callers;
            callers = [];
            return taken;
        }
    }

    /// <summary>Lets those go whose changes were passed on; the others are found again at the next look.</summary>
    internal void Answer(IReadOnlyList<Caller> taken, long passed)
    {
        foreach (var caller in taken.Where(caller => caller.Newest <= passed))
        {
            caller.Answered.TrySetResult();
        }

        lock (turn)
        {
            callers.AddRange(taken.Where(caller => caller.Newest > passed && caller.Waits));
        }
    }

    internal void Leave()
    {
        isHeard = false;
        Answer(TakeCallers(), long.MaxValue);
    }

    internal sealed class Caller(long newest)
    {
        private readonly long since = Environment.TickCount64;

        public long Newest => newest;

        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Waits => Environment.TickCount64 - since < LongestWait.TotalMilliseconds;
    }
}
