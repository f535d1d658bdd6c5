using NewsPortal.Bench.PageCache;
using NewsPortal.Bench.Watch;

namespace NewsPortal.Bench.Comments;

/// <summary>
/// Readers who send comments together against one who sends alone, at one process over SQLite. What they send waits for
/// a moderator, so no stored page may become old by it. Once each of them sends one a second, as fifty readers who write
/// at the same moment do; once none of them pauses, which says how many a second the process can take.
/// </summary>
internal static class WritersBench
{
    private const int Rounds = 9;

    // Of each. What is compiled meanwhile takes the processors from those who send together.
    private const int WarmUp = 80;
    private const double Bar = 5;
    private const double Longest = 150_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(int writers, int each)
    {
        using var paper = await Paper.DemoAsync();
        await using var watched = await Watched.ServeAsync(paper, Arriving.Setting);
        var stories = await StoredComments.OpenStoriesAsync(paper);
        await using var readers = new Arriving(watched.Server, stories);
        await SendAsync(readers, writers, WarmUp, TimeSpan.Zero);
        Keep(watched.Server);
        var before = watched.Read();
        var (many, hurried, one) = (new List<List<double>>(), new List<List<double>>(), new List<List<double>>());
        for (var round = 0; round < Rounds; round++)
        {
            many.Add(await SendAsync(readers, writers, each, Second));
            hurried.Add(await SendAsync(readers, writers, each, TimeSpan.Zero));
            one.Add(await SendAsync(readers, 1, writers * each, TimeSpan.Zero));
        }

        var posted = watched.Read();
        Keep(watched.Server);
        Print($"{writers} at once, one a second each, against one", many, one, Bar);
        Figure.PrintAgainstLimit($"longest of {many.Sum(round => round.Count)} of these, us", many.Max(round => round.Max()), Longest);
        Print($"{writers} at once without a pause against one", hurried, one, Bar);
        Figure.PrintAgainstLimit($"longest of {hurried.Sum(round => round.Count)} of these, us", hurried.Max(round => round.Max()), Longest);
        Print(readers, [.. many, .. hurried, .. one], before, posted, watched.Read());
    }

    private static async Task<List<double>> SendAsync(Arriving readers, int writers, int each, TimeSpan pause)
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            // People do not press the button in step.
            await Task.Delay(pause * writer / writers);
            for (var sent = 0; sent < each; sent++)
            {
                var next = Task.Delay(pause);
                await readers.SendAsync();
                await next;
            }
        })));
        return readers.Take();
    }

    private static void Keep(Child server)
    {
        using var reader = Reader.Connect(server.Address);
        var front = System.Text.Encoding.UTF8.GetString(reader.Read(Reader.Request("/")));
        reader.Get(Reader.Request(Pages.LeadStory(front)));
    }

    private static void Print(string who, List<List<double>> many, List<List<double>> one, double atMost)
    {
        foreach (var (name, share, bar) in (IEnumerable<(string, double, double?)>)[("median", 0.5, null), ("p99", 0.99, atMost)])
        {
            new Figure($"{who}: {name}, us", [.. many.Select(round => Figure.Percentile(round, share))], [.. one.Select(round => Figure.Percentile(round, share))], bar).Print();
        }
    }

    private static void Print(Arriving readers, List<List<double>> all, Counts before, Counts posted, Counts read)
    {
        // A busy file that the product gave up on is an answer that is no success.
        Figure.PrintNone($"comments that could not be sent, of {all.Sum(round => round.Count)}", readers.Failed);
        Figure.PrintNone("pages that they made old", posted.Of("evictions") - before.Of("evictions"));
        Figure.PrintNone("pages that were made anew afterwards", read.Of("renders") - posted.Of("renders"));
    }
}
