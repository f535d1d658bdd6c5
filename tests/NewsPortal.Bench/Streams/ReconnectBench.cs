using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPortal.Bench.PageCache;

namespace NewsPortal.Bench.Streams;

/// <summary>
/// Open pages come and go while an editor publishes at another process of the paper, and theirs is stopped and started
/// anew: each of them hears of every change once.
/// </summary>
internal static class ReconnectBench
{
    private const double ShareEachSecond = 0.01;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(int streams, int seconds)
    {
        using var paper = await Paper.DemoAsync();
        await using var desk = await Watched.ServeAsync(paper);
        await Editor.HireAsync(paper, desk.Server);
        using var editor = await Editor.SignInAsync(desk.Server);
        var story = new RepublishedStory(editor, desk);
        await story.StartAsync();
        var server = await ServeAsync(paper, Surroundings.Any);
        using var audience = new Audience(server.Address, streams);
        if (!audience.Until(all => all.Hearers.All(hearer => hearer.Last is not null), Patience))
        {
            throw new TimeoutException($"Not all of {streams} streams opened.");
        }

        var (begun, before) = (Stopwatch.StartNew(), story.Committed.Count);
        var coming = Task.Run(() => ComeAndGoAsync(audience, begun, seconds));
        var publishing = Task.Run(async () =>
        {
            while (begun.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                await story.PublishAsync(1);
            }
        });
        await Task.Delay(TimeSpan.FromSeconds(seconds / 2));
        await using var restarted = await RestartAsync(paper, server);
        await Task.WhenAll(coming, publishing);
        Print(audience, await LastAsync(desk.Server), story.Committed.Count - before);
    }

    private static Task<Child> ServeAsync(Paper paper, Surroundings around) => paper.ServeAsync(around, "--Changes:StreamsPerAddress=0");

    private static async Task<Child> RestartAsync(Paper paper, Child server)
    {
        var since = Stopwatch.StartNew();
        await server.DisposeAsync();
        Console.WriteLine($"stopped in {since.Elapsed.TotalSeconds:0.00} s");
        var restarted = await ServeAsync(paper, new Surroundings { Address = server.Address });
        Console.WriteLine($"serving again after {since.Elapsed.TotalSeconds:0.00} s");
        return restarted;
    }

    private static async Task ComeAndGoAsync(Audience audience, Stopwatch begun, int seconds)
    {
        const int PerSecond = 20;
        for (var tick = 0; begun.Elapsed < TimeSpan.FromSeconds(seconds); tick++)
        {
            audience.Shuffle(Math.Max(1, (int)(audience.Hearers.Count * ShareEachSecond / PerSecond)));
            await Task.Delay(TimeSpan.FromSeconds(1.0 / PerSecond));
        }
    }

    private static async Task<long> LastAsync(Child server)
    {
        using var browser = new HttpClient { BaseAddress = new Uri($"http://{server.Address}") };
        return (await browser.GetFromJsonAsync<JsonElement>("/changes?after=")).GetProperty("last").GetInt64();
    }

    private static void Print(Audience audience, long last, int changes)
    {
        audience.Until(all => all.Hearers.All(hearer => hearer.Last == last), Patience);
        var all = audience.Hearers;
        Console.WriteLine($"{all.Count} streams, {audience.Returns} returns, {changes} changes, {audience.Heard} deliveries");
        Figure.PrintNone("streams that did not hear of the last change", all.Count(hearer => hearer.Last != last));
        Figure.PrintNone("changes that a stream did not hear of", all.Sum(hearer => hearer.Skipped));
        Figure.PrintNone("changes that a stream heard of twice", all.Sum(hearer => hearer.Repeated));
        Figure.PrintNone("streams that heard of another number of changes", all.Count(hearer => hearer.Changes != changes));
    }
}
