namespace NewsPortal.Live;

public static class LiveRoom
{
    public static IServiceCollection AddLive(this IServiceCollection services)
        => services.AddScoped<LiveTexts>().AddScoped<LiveRerendering>().AddScoped<Sending>().AddScoped<LivePages>();
}
