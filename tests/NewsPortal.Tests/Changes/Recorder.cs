using NewsPortal.Changes;

namespace NewsPortal.Tests.Changes;

/// <summary>A follower that notes what it is told, and can be made to fail.</summary>
internal sealed class Recorder : IChangeFollower
{
    private readonly Lock turn = new();
    private readonly List<Change> told = [];
    private int starts;

    public Action<IReadOnlyList<Change>> Also { get; set; } = _ => { };

    public int Starts => Volatile.Read(ref starts);

    public IReadOnlyList<Change> Told
    {
        get
        {
            lock (turn)
            {
                return [.. told];
            }
        }
    }

    public IEnumerable<long> Seqs => Told.Select(change => change.Seq);

    public void StartOver() => Interlocked.Increment(ref starts);

    public void Follow(IReadOnlyList<Change> changes)
    {
        lock (turn)
        {
            told.AddRange(changes);
        }

        Also(changes);
    }

    /// <summary>What it was told as soon as that is enough.</summary>
    public async Task<IReadOnlyList<long>> UntilAsync(int count, double seconds = 10)
    {
        for (var since = Environment.TickCount64; Told.Count < count && Environment.TickCount64 - since < seconds * 1000;)
        {
            await Task.Delay(5);
        }

        return [.. Seqs];
    }
}
