using System.Net;
using System.Net.Sockets;

namespace NewsPortal.Hosting;

/// <summary>
/// Where a request comes from, as far as limits need to know: an IPv4 address, or the /64 that an IPv6 customer is
/// given whole (RFC 6177, section 2). It is the address that Kestrel or a trusted proxy saw.
/// </summary>
public static class ClientNetwork
{
    public static string Of(HttpContext http) => Cut(http, 32, 64);

    /// <summary>Enough to recognise one's own network, too little to find a person: /24 and /48.</summary>
    public static string Shortened(HttpContext http) => Cut(http, 24, 48);

    private static string Cut(HttpContext http, int bitsOf4, int bitsOf6)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (IPAddress.IsLoopback(address))
        {
            return "localhost";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        var kept = (address.AddressFamily == AddressFamily.InterNetworkV6 ? bitsOf6 : bitsOf4) / 8;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return new IPAddress(bytes).ToString();
    }
}
