using NewsPortal.Hosting;

namespace NewsPortal.Feeds;

/// <summary>Whom the feeds' subscribers may ask to be told of news: <c>Feeds:WebSubHub</c>.</summary>
/// <param name="WebSubHub">Null where nobody is told.</param>
public sealed record FeedSettings(Uri? WebSubHub)
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static FeedSettings Read(IConfiguration configuration) => new(ReadHub(configuration["Feeds:WebSubHub"]));

    // The feeds print the address, so it must not hold a password.
    private static Uri? ReadHub(string? text)
        => string.IsNullOrWhiteSpace(text) ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var hub) && hub.Scheme is "http" or "https" && hub is { UserInfo: "", Fragment: "" } ? hub
            : throw new StartUpException("Feeds:WebSubHub is no address of a hub: set it to one such as https://hub.example.org/, without a name or password in it, or leave it out.");
}
