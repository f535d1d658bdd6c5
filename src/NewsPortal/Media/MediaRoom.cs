using NetVips;

namespace NewsPortal.Media;

public static class MediaRoom
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        // The library remembers its last operations, pictures and all; ours never come twice.
        Cache.Max = 0;
        // It writes to the error stream about every damaged picture; the person who sent it is told in a sentence.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        return services.AddSingleton<PhotoStore>().AddSingleton<PhotoVariants>().AddScoped<PhotoArrivals>();
    }
}
