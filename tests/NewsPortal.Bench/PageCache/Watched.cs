using System.Net.Sockets;
using System.Text.Json;
using NewsPortal.Bench.Watch;

namespace NewsPortal.Bench.PageCache;

/// <summary>A process of the product that is looked into while it runs.</summary>
internal sealed class Watched(Child server, string socket) : IAsyncDisposable
{
    public Child Server => server;

    public static async Task<Watched> ServeAsync(Paper paper, params string[] settings)
    {
        var socket = Path.Combine(paper.Folder, $"watch-{Guid.NewGuid():N}");
        var around = new Surroundings
        {
            Variables = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(Counts).Assembly.Location,
                [Counts.AddressVariable] = socket,
            },
        };
        return new Watched(await paper.ServeAsync(around, settings), socket);
    }

    public Counts Read()
    {
        using var asker = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        asker.Connect(new UnixDomainSocketEndPoint(socket));
        using var answer = new NetworkStream(asker);
        return JsonSerializer.Deserialize<Counts>(answer)!;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

internal static class CountsOfPageCache
{
    /// <summary>0 where the product does not count it.</summary>
    public static long Of(this Counts counts, string instrument) => counts.PageCache.GetValueOrDefault(instrument);
}
