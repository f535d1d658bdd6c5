using NewsPortal.Changes;

namespace NewsPortal.Feeds;

/// <summary>
/// Tells the hub which feeds have changed, so that it fetches them and passes them on to their subscribers. A ping says no
/// more than that, so one stands for any number of changes, and one too many does no harm.
/// </summary>
internal sealed class WebSubPings(TouchedFeeds feeds, IHttpClientFactory http, Site site) : IChangeConsumer
{
    public const string Cursor = "websub";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Form readers commonly stop at a thousand fields.
    private const int MostAtOnce = 500;

    public async Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
        => await PingAsync(await feeds.OfAsync(changes, cancel), cancel);

    public async Task StartOverAsync(CancellationToken cancel) => await PingAsync(await feeds.AllAsync(cancel), cancel);

    private async Task PingAsync(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        using var hub = http.CreateClient(Cursor);
        foreach (var some in paths.Chunk(MostAtOnce))
        {
            using var form = new FormUrlEncodedContent(
                some.Select(path => KeyValuePair.Create("hub.url", site.Absolute(path))).Prepend(KeyValuePair.Create("hub.mode", "publish")));
            using var answer = await hub.PostAsync((Uri?)null, form, cancel);
            answer.EnsureSuccessStatusCode();
        }
    }
}
