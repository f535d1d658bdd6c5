using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NewsPortal.Admin.Breaking;

/// <summary>Where this process itself answers readers: its own listener, else the site's address.</summary>
public sealed class OwnAddress(IServer server, Site site)
{
    /// <summary>A request as a reader's browser makes it.</summary>
    public HttpRequestMessage Ask(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Listener() ?? new Uri(site.Url), path));
        request.Headers.Host = new Uri(site.Url).Authority;
        request.Headers.Accept.ParseAdd("text/html");
        return request;
    }

    // A listener with a certificate wants to be called by its name, which may lead elsewhere.
    private Uri? Listener() => server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse)
        .Where(address => address.Scheme == Uri.UriSchemeHttp && address is { IsUnixPipe: false, IsNamedPipe: false })
        .Select(address => new UriBuilder(address.Scheme, IsEverywhere(address.Host) ? "localhost" : address.Host, address.Port).Uri)
        .FirstOrDefault();

    private static bool IsEverywhere(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";
}
