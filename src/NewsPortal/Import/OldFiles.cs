using System.Net;
using System.Net.Sockets;

namespace NewsPortal.Import;

/// <summary>
/// The old site's files: from a folder that holds its uploads, or, when that is allowed, from the site itself. A name is
/// resolved once and only public addresses are connected to, so that an export cannot make this machine ask its neighbours.
/// </summary>
public sealed class OldFiles : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string? folder;
    private readonly HttpClient? web;

    /// <param name="folder">A copy of the old site's uploads; null: there is none.</param>
    /// <param name="fetch">Whether what is not in the folder may be fetched.</param>
    public OldFiles(string? folder, bool fetch)
        : this(folder, fetch ? PublicAddress.Is : null)
    {
    }

    internal OldFiles(string? folder, Func<IPAddress, bool>? mayConnect)
    {
        this.folder = folder is null ? null : Path.GetFullPath(folder);
        web = mayConnect is null ? null : Client(mayConnect);
    }

    /// <summary>Whether there is anywhere to look.</summary>
    public bool AnySource => folder is not null || web is not null;

    /// <returns>Null when it is not to be had; the reason is for the report.</returns>
    public async Task<(Stream? File, string Reason)> OpenAsync(Uri address, CancellationToken cancel)
    {
        if (InFolder(address) is { } path)
        {
            return (File.OpenRead(path), "");
        }

        if (web is null)
        {
            return (null, folder is null ? "pictures were not fetched (use --media or --fetch)" : "it is not in the media folder");
        }

        try
        {
            var response = await web.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadAsStreamAsync(cancel), "")
                : (null, $"its site answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            return (null, $"its site could not be reached: {failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, "its site did not answer in time");
        }
    }

    public void Dispose() => web?.Dispose();

    private static HttpClient Client(Func<IPAddress, bool> mayConnect) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        MaxAutomaticRedirections = 3,
        ConnectTimeout = Patience,
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, mayConnect, cancel),
    })
    {
        Timeout = Patience,
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint site, Func<IPAddress, bool> mayConnect, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(site.Host, cancel);
        var address = Array.Find(addresses, found => mayConnect(found))
            ?? throw new HttpRequestException(HttpRequestError.ConnectionError, $"{site.Host} has no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, site.Port), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The folder may hold the whole site, its uploads, or what lies below "files".</summary>
    private string? InFolder(Uri address)
    {
        if (folder is null)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/');
        var candidates = new[] { path, After(path, "uploads/"), After(path, "files/") };
        return candidates.Select(candidate => Path.GetFullPath(Path.Combine(folder, candidate)))
            .FirstOrDefault(file => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file));
    }

    private static string After(string path, string part)
    {
        var at = path.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? path : path[(at + part.Length)..];
    }
}
