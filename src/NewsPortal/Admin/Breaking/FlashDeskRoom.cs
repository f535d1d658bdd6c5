using System.Net;

namespace NewsPortal.Admin.Breaking;

public static class FlashDeskRoom
{
    public static IServiceCollection AddFlashDesk(this IServiceCollection services)
    {
        services.AddHttpClient(FreshnessMeter.Client, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                UseCookies = false,
                UseProxy = false,
            })
            .RemoveAllLoggers();
        return services.AddScoped<FlashDesk>().AddScoped<FlashMoves>().AddScoped<BreakingPages>().AddSingleton<OwnAddress>().AddSingleton<FreshnessMeter>();
    }
}
