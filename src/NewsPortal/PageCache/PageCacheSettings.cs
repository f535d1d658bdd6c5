using System.Globalization;
using NewsPortal.Hosting;

namespace NewsPortal.PageCache;

/// <summary><c>PageCache:MegaBytes</c>: how much memory stored pages may take; 0 stores none.</summary>
internal sealed class PageCacheSettings
{
    private const int Default = 128;
    private const int Most = 65_536;

    /// <exception cref="StartUpException">The setting has no meaning.</exception>
    public PageCacheSettings(IConfiguration configuration)
    {
        var text = configuration["PageCache:MegaBytes"];
        MostBytes = text is null or "" ? Default * 1024L * 1024
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes <= Most ? megabytes * 1024L * 1024
            : throw new StartUpException($"PageCache:MegaBytes is '{text}'; it is a whole number from 0 (nothing is stored) to {Most}.");
    }

    public long MostBytes { get; }

    public bool IsOn => MostBytes > 0;
}
