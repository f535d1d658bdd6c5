using NewsPortal.Bench;
using NewsPortal.Bench.Comments;
using NewsPortal.Bench.PageCache;
using NewsPortal.Bench.Streams;

var (what, numbers) = (args.FirstOrDefault() ?? "all", args.Skip(1).Select(int.Parse).ToArray());
Func<Task>? run = what switch
{
    "render" => RenderBench.RunAsync,
    "start" => StartBench.RunAsync,
    "start-published" => StartBench.RunPublishedAsync,
    "depth" => () => DepthBench.RunAsync(numbers.FirstOrDefault(DepthBench.EnoughStories)),
    "import-memory" => () => ImportMemoryBench.RunAsync(numbers is [var small, var large] ? (small, large) : (20, 200)),
    "live" => () => LiveBench.RunAsync(At(0, 10_000)),
    "hot" => () => HotBench.RunAsync(At(0, 9), At(1, 2)),
    "republish" => () => RepublishBench.RunAsync(At(0, 1000)),
    "spike" => () => SpikeBench.RunAsync(At(0, 3), At(1, 5)),
    "crawl" => () => CrawlBench.RunAsync(At(0, 100_000)),
    "streams" => () => StreamsBench.RunAsync(At(0, 20_000), At(1, 20)),
    "reconnect" => () => ReconnectBench.RunAsync(At(0, 5000), At(1, 40)),
    "screen" => () => ScreenBench.RunAsync(At(0, 100), At(1, 20)),
    "comments" => () => CommentsBench.RunAsync(At(0, 10_000_000), At(1, 300)),
    "spam" => () => SpamBench.RunAsync(At(0, 60)),
    "writers" => () => WritersBench.RunAsync(At(0, 50), At(1, 20)),
    "pace" => () => PaceBench.RunAsync(At(0, 120)),
    "all" => AllAsync,
    _ => null,
};

if (run is null)
{
    await Console.Error.WriteLineAsync("""
        One of: render, start, start-published, depth [STORIES], import-memory [SMALL-MB LARGE-MB], live [ENTRIES], hot [ROUNDS SECONDS],
        republish [EDITIONS], spike [ROUNDS SECONDS], crawl [PAGES], streams [STREAMS ROUNDS],
        reconnect [STREAMS SECONDS], screen [FLASHES POLLED-FLASHES], comments [COMMENTS SAMPLES], writers [WRITERS EACH],
        pace [COMMENTS], spam [OF-EACH-KIND], all. hot needs wrk and nginx, republish redis-server, screen and pace chromium, comments, writers
        and pace sqlite3.
        """);
    return 1;
}

Figure.PrintHeading();
await run();
return 0;

int At(int place, int otherwise) => place < numbers.Length ? numbers[place] : otherwise;

static async Task AllAsync()
{
    await RenderBench.RunAsync();
    await StartBench.RunAsync();
    await StartBench.RunPublishedAsync();
    await DepthBench.RunAsync(DepthBench.EnoughStories);
    await ImportMemoryBench.RunAsync((20, 200));
    await LiveBench.RunAsync(10_000);
    await HotBench.RunAsync(9, 2);
    await RepublishBench.RunAsync(1000);
    await SpikeBench.RunAsync(3, 5);
    await CrawlBench.RunAsync(100_000);
    await StreamsBench.RunAsync(20_000, 20);
    await ReconnectBench.RunAsync(5000, 40);
    await ScreenBench.RunAsync(100, 20);
    await CommentsBench.RunAsync(10_000_000, 300);
    await WritersBench.RunAsync(50, 20);
    await PaceBench.RunAsync(120);
    await SpamBench.RunAsync(60);
}
