namespace NewsPortal.Bench.PageCache;

/// <summary>
/// Readers hammer a story while it is published anew and anew: by an editor at the same process, at another process of
/// the paper, and at another one with Redis between them.
/// </summary>
internal static class RepublishBench
{
    private const int Readers = 500;
    private const double SameProcessBar = 50;
    private const double OtherProcessBar = 1200;
    private const double RedisBar = 150;

    // What is compiled and connected at first is not what is measured.
    private const int Warming = 25;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(int editions)
    {
        using var paper = await Paper.DemoAsync();
        await using (var only = await Watched.ServeAsync(paper))
        {
            await Editor.HireAsync(paper, only.Server);
            await MeasureAsync("same process", editions, only, only, SameProcessBar);
        }

        await MeasureApartAsync("another process", editions, paper, OtherProcessBar);
        await using var redis = await Redis.ServeAsync();
        await MeasureApartAsync("another process with Redis", editions, paper, RedisBar, $"--ConnectionStrings:Redis={redis.Address}");
    }

    private static async Task MeasureApartAsync(string where, int editions, Paper paper, double bar, params string[] settings)
    {
        await using var read = await Watched.ServeAsync(paper, settings);
        await using var written = await Watched.ServeAsync(paper, settings);
        await MeasureAsync(where, editions, read, written, bar);
    }

    private static async Task MeasureAsync(string where, int editions, Watched read, Watched written, double bar)
    {
        using var editor = await Editor.SignInAsync(written.Server);
        var story = new RepublishedStory(editor, written);
        var address = await story.StartAsync();
        // Both are warm when the readers come, and the page is there.
        var hammer = new Hammer(new Load(read.Server, address), Readers, Warming + editions);
        await story.PublishAsync(Warming);
        await Task.Delay(Rest);
        var renders = read.Read().Of("renders");
        await story.PublishAsync(editions);
        await Task.Delay(Rest);
        renders = read.Read().Of("renders") - renders;
        hammer.Stop();
        PrintAnswers(where, hammer);
        Figure.PrintAgainstLimit($"{where}: renders against changes", renders, editions);
        PrintAges(where, [.. Enumerable.Range(Warming + 1, editions).Select(edition => hammer.StaleAges(edition, story.Committed[edition]).ToList())], bar);
    }

    private static void PrintAnswers(string where, Hammer hammer)
    {
        Console.WriteLine($"{where}: {Readers} readers, {hammer.Answers} answers{string.Concat(hammer.Errors.Distinct(StringComparer.Ordinal).Take(3).Select(error => $"; {error}"))}");
        Figure.PrintNone($"{where}: readers who saw an error", hammer.Errors.Count);
        Figure.PrintNone($"{where}: older editions after newer ones", hammer.Backwards);
    }

    // Each reader and change counts in the first three, in the last the unluckiest reader of each change.
    private static void PrintAges(string where, List<List<double>> ages, double bar)
    {
        List<double> all = [.. ages.SelectMany(age => age)];
        new Figure($"{where}: commit to a reader's last old answer, p50, ms", [Figure.Percentile(all, 0.5)], [bar]).Print();
        Figure.PrintAgainstLimit($"{where}: commit to a reader's last old answer, p99, ms", Figure.Percentile(all, 0.99), bar);
        new Figure($"{where}: commit to a reader's last old answer, max, ms", [all.Max()], [bar]).Print();
        new Figure($"{where}: commit to anybody's last old answer, p99, ms", [Figure.Percentile([.. ages.Select(age => age.Max())], 0.99)], [bar]).Print();
    }
}
