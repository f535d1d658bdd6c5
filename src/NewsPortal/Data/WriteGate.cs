using System.Collections.Concurrent;

namespace NewsPortal.Data;

/// <summary>One writer at a time for each SQLite database of this process.</summary>
internal sealed class WriteGate : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim gate;

    private WriteGate(SemaphoreSlim gate) => this.gate = gate;

    public static async Task<WriteGate> EnterAsync(string database, CancellationToken cancel)
    {
        var gate = Gates.GetOrAdd(database, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancel);
        return new WriteGate(gate);
    }

    public void Dispose() => gate.Release();
}
