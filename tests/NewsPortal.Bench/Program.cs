using NewsPortal.Bench;

var (what, numbers) = (args.FirstOrDefault() ?? "all", args.Skip(1).Select(int.Parse).ToArray());
Func<Task>? run = what switch
{
    "render" => RenderBench.RunAsync,
    "start" => StartBench.RunAsync,
    "start-published" => StartBench.RunPublishedAsync,
    "depth" => () => DepthBench.RunAsync(numbers.FirstOrDefault(DepthBench.EnoughStories)),
    "import-memory" => () => ImportMemoryBench.RunAsync(numbers is [var small, var large] ? (small, large) : (20, 200)),
    "all" => AllAsync,
    _ => null,
};

if (run is null)
{
    await Console.Error.WriteLineAsync("One of: render, start, start-published, depth [STORIES], import-memory [SMALL-MB LARGE-MB], all.");
    return 1;
}

Figure.PrintHeading();
await run();
return 0;

static async Task AllAsync()
{
    await RenderBench.RunAsync();
    await StartBench.RunAsync();
    await StartBench.RunPublishedAsync();
    await DepthBench.RunAsync(DepthBench.EnoughStories);
    await ImportMemoryBench.RunAsync((20, 200));
}
