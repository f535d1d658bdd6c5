using System.Globalization;
using NewsPortal.Bench.PageCache;
using NewsPortal.Bench.Watch;

namespace NewsPortal.Bench.Comments;

/// <summary>
/// Readers who all send a comment at once against one who sends alone, at one process over SQLite. What they send waits
/// for a moderator, so no stored page may become old by it.
/// </summary>
internal static class WritersBench
{
    private const int Rounds = 9;
    private const double Bar = 5;
    private const double Longest = 150_000;

    public static async Task RunAsync(int writers, int each)
    {
        using var paper = await Paper.DemoAsync();
        await using var watched = await Watched.ServeAsync(paper, Arriving.Setting);
        var stories = await StoredComments.OpenStoriesAsync(paper);
        await using var readers = new Arriving(watched.Server, stories);
        await SendAsync(readers, writers, each);
        Keep(watched.Server);
        var before = watched.Read();
        var (many, one) = (new List<List<double>>(), new List<List<double>>());
        for (var round = 0; round < Rounds; round++)
        {
            many.Add(await SendAsync(readers, writers, each));
            one.Add(await SendAsync(readers, 1, writers * each));
        }

        var posted = watched.Read();
        Keep(watched.Server);
        Print(writers, many, one);
        Print(readers, many, one, before, posted, watched.Read());
    }

    private static async Task<List<double>> SendAsync(Arriving readers, int writers, int each)
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var sent = 0; sent < each; sent++)
            {
                await readers.SendAsync();
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

    private static void Print(int writers, List<List<double>> many, List<List<double>> one)
    {
        foreach (var (name, share, bar) in (IEnumerable<(string, double, double?)>)[("median", 0.5, null), ("p99", 0.99, Bar)])
        {
            new Figure(
                string.Create(CultureInfo.InvariantCulture, $"sending a comment, {writers} at once against one: {name}, us"),
                [.. many.Select(round => Figure.Percentile(round, share))],
                [.. one.Select(round => Figure.Percentile(round, share))],
                bar).Print();
        }

        Figure.PrintAgainstLimit(string.Create(CultureInfo.InvariantCulture, $"longest of {many.Sum(round => round.Count)}, {writers} at once, us"), many.Max(round => round.Max()), Longest);
    }

    private static void Print(Arriving readers, List<List<double>> many, List<List<double>> one, Counts before, Counts posted, Counts read)
    {
        // A busy file that the product gave up on is an answer that is no success.
        Figure.PrintNone($"comments that could not be sent, of {many.Concat(one).Sum(round => round.Count)}", readers.Failed);
        Figure.PrintNone("pages that they made old", posted.Of("evictions") - before.Of("evictions"));
        Figure.PrintNone("pages that were made anew afterwards", read.Of("renders") - posted.Of("renders"));
    }
}
