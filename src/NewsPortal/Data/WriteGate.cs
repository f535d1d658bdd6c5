using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace NewsPortal.Data;

/// <summary>One writer at a time for each SQLite database of this process; the others wait without holding a thread.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A gate lives as long as the process.")]
internal sealed class WriteGate
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim turns = new(1, 1);
    private readonly AsyncLocal<Turn?> mine = new();

    private WriteGate()
    {
    }

    public static WriteGate Of(string connectionString) => Gates.GetOrAdd(connectionString, _ => new WriteGate());

    /// <exception cref="InvalidOperationException">The caller holds the gate already, so it would wait for itself.</exception>
    public async Task PassAsync(Func<Task> write, CancellationToken cancel)
    {
        if (mine.Value is { Over: false })
        {
            throw new InvalidOperationException("A second NewsDb writes inside the WriteAsync of a first: write through the one that began.");
        }

        await turns.WaitAsync(cancel);
        var turn = new Turn();
        mine.Value = turn;
        try
        {
            await write();
        }
        finally
        {
            turn.Over = true;
            turns.Release();
        }
    }

    // Whatever the write started and left running has inherited the turn, and must see that it ended.
    private sealed class Turn
    {
        public volatile bool Over;
    }
}
