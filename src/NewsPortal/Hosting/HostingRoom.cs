using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using NewsPortal.Data;
using Serilog;
using Serilog.Formatting.Compact;

namespace NewsPortal.Hosting;

public static class HostingRoom
{
    // What Linux allows at most unless it is told otherwise (net.core.somaxconn).
    private const int MostAtTheDoor = 4096;

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        // After a restart everybody who had a page open comes back within seconds.
        builder.WebHost.UseSockets(sockets => sockets.Backlog = MostAtTheDoor);
        AddLogging(builder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddControllersWithViews();
        builder.Services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new RoomViews()));
        builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.HeaderName) = ("newsportal.form", "X-Form-Token"));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "newsportal.message");
        builder.Services.Configure<RouteOptions>(options => options.AppendTrailingSlash = false);
        builder.Services.AddDataProtection().SetApplicationName("NewsPortal").PersistKeysToDbContext<NewsDb>();
        AddCompression(builder.Services);
        TrustProxies(builder);
        return builder;
    }

    // Whoever is not named here may write any address it likes into these headers.
    private static void TrustProxies(WebApplicationBuilder builder)
        => builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            var trusted = (builder.Configuration["Hosting:TrustedProxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
            options.ForwardedHeaders = trusted.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
            {
                options.KnownIPNetworks.Add(ReadNetwork(network));
            }
        });

    private static System.Net.IPNetwork ReadNetwork(string text)
        => System.Net.IPNetwork.TryParse(text, out var network) ? network
            : System.Net.IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new StartUpException($"Hosting:TrustedProxies names '{text}'; it has to be an address or a network such as 10.0.0.0/8.");

    // Nothing that tells who a reader is goes into a log: no bodies, cookies, addresses or query strings.
    private static void AddLogging(WebApplicationBuilder builder)
        => builder.Services.AddSerilog((services, log) =>
        {
            log.ReadFrom.Configuration(services.GetRequiredService<IConfiguration>()).ReadFrom.Services(services);
            if (builder.Environment.IsProduction())
            {
                log.WriteTo.Console(new RenderedCompactJsonFormatter());
            }
            else
            {
                log.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            }
        });

    // The pages hold nothing secret that a compression oracle could read out: no cookie, token or name is ever in them.
    private static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/rss+xml", "application/manifest+json",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }
}
