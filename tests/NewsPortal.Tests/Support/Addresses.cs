using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace NewsPortal.Tests.Support;

/// <summary>Lets a test's browsers stand in different networks, though none of them is on the wire.</summary>
internal sealed class Addresses : IStartupFilter
{
    public const string Header = "Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.TryParse(http.Request.Headers[Header], out var address) ? address : http.Connection.RemoteIpAddress;
            return rest(http);
        });
        next(app);
    };
}
