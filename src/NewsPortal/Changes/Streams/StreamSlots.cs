using System.Collections.Concurrent;
using NewsPortal.Hosting;

namespace NewsPortal.Changes.Streams;

/// <summary>The open streams, and how many of them there may be.</summary>
/// <param name="openFiles">What the system allows the process at once: see <see cref="OpenFiles.Most"/>.</param>
internal sealed class StreamSlots(ChangeSettings settings, int? openFiles)
{
    private const int Fewest = 64;

    // A process without a handle left can answer nobody, so some are never given to streams: this share, or as many.
    private const int ShareOfPages = 20;
    private const int LeastForPages = 400;

    private readonly ConcurrentDictionary<string, int> perAddress = new(StringComparer.Ordinal);
    private readonly Stack<int> free = [];
    private readonly Lock turn = new();
    private OpenStream?[] slots = [];
    private int count;

    public int Count => Volatile.Read(ref count);

    public int Most { get; } = openFiles is { } files
        ? Math.Clamp(files - Math.Max(LeastForPages, files / ShareOfPages), 0, settings.MostStreams)
        : settings.MostStreams;

    /// <summary>To be walked through by index. Whoever comes meanwhile may be in a longer one.</summary>
    public OpenStream?[] All => Volatile.Read(ref slots);

    /// <param name="network">See <see cref="ClientNetwork.Of"/>.</param>
    public bool TryEnter(string network)
    {
        if (Interlocked.Increment(ref count) <= Most)
        {
            if (settings.StreamsPerAddress == 0 || perAddress.AddOrUpdate(network, 1, static (_, known) => known + 1) <= settings.StreamsPerAddress)
            {
                return true;
            }

            LeaveAddress(network);
        }

        Interlocked.Decrement(ref count);
        return false;
    }

    public void Leave(string network)
    {
        if (settings.StreamsPerAddress > 0)
        {
            LeaveAddress(network);
        }

        Interlocked.Decrement(ref count);
    }

    /// <returns>Its place, to be given to <see cref="Remove"/>.</returns>
    public int Add(OpenStream stream)
    {
        lock (turn)
        {
            if (free.Count == 0)
            {
                Grow();
            }

            var at = free.Pop();
            Volatile.Write(ref slots[at], stream);
            return at;
        }
    }

    public void Remove(int at)
    {
        lock (turn)
        {
            slots[at] = null;
            free.Push(at);
        }
    }

    private void Grow()
    {
        var old = slots;
        var grown = new OpenStream?[Math.Max(Fewest, old.Length * 2)];
        old.CopyTo(grown, 0);
        Volatile.Write(ref slots, grown);
        for (var at = grown.Length - 1; at >= old.Length; at--)
        {
            free.Push(at);
        }
    }

    private void LeaveAddress(string network)
    {
        // Whoever leaves last takes the entry along, unless somebody else has come meanwhile.
        if (perAddress.AddOrUpdate(network, 0, static (_, known) => known - 1) == 0)
        {
            perAddress.TryRemove(KeyValuePair.Create(network, 0));
        }
    }
}
