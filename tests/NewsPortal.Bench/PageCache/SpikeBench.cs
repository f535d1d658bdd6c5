namespace NewsPortal.Bench.PageCache;

/// <summary>
/// Ten times as many readers within a second: on pages that the others are reading, and on pages that nobody has asked
/// for yet. The baseline is what readers waited before.
/// </summary>
internal static class SpikeBench
{
    private const int Usual = 30;
    private const int Tenfold = 10 * Usual;
    private const double WaitBar = 3;
    private const double StatementsBar = 1;
    private const double MemoryBar = 1.2;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(int rounds, int seconds)
    {
        using var paper = await Paper.DemoAsync();
        var time = TimeSpan.FromSeconds(seconds);
        await ColdAsync(paper, rounds, time);
        await WarmAsync(paper, rounds, time);
    }

    // A server that has just compiled its code has a cold cache once: each round takes pages that the rounds before left.
    private static async Task ColdAsync(Paper paper, int rounds, TimeSpan time)
    {
        await using var product = await Watched.ServeAsync(paper);
        var stories = Sitemap.Stories(product.Server);
        var known = stories[..(stories.Count / 2)];
        var unknown = stories[known.Count..].Chunk((stories.Count - known.Count) / rounds).ToList();
        new Crowd(product.Server, known).Come(Usual, time);
        Print("cold", product, [.. unknown.Take(rounds).Select(pages => (known, pages.ToList()))], time);
    }

    private static async Task WarmAsync(Paper paper, int rounds, TimeSpan time)
    {
        await using var product = await Watched.ServeAsync(paper);
        List<string> pages = ["/", .. Sitemap.Stories(product.Server)];
        pages.ForEach(page => Pages.Ask(new Load(product.Server, page, "br")));
        new Crowd(product.Server, pages).Come(Usual, time);
        var before = product.Server.Memory;
        Print("warm", product, [.. Enumerable.Repeat((pages, pages), rounds)], time);
        await Task.Delay(Rest);
        new Figure("warm: memory 60 s after the spikes, MB", [product.Server.Memory / Megabyte], [before / Megabyte], MemoryBar).Print();
    }

    private static void Print(string what, Watched product, List<(List<string> Usual, List<string> Spike)> rounds, TimeSpan time)
    {
        var (waits, usual, statements, wrong) = (new List<double>(), new List<double>(), new List<double>(), new List<string>());
        foreach (var (known, pages) in rounds)
        {
            var calm = new Crowd(product.Server, known).Come(Usual, time);
            var before = product.Read().Statements;
            var spike = new Crowd(product.Server, pages).Come(Tenfold, time);
            statements.Add((product.Read().Statements - before) * 1000.0 / spike.Waits.Count);
            waits.Add(Figure.Percentile(spike.Waits, 0.99));
            usual.Add(Figure.Percentile(calm.Waits, 0.99));
            wrong.AddRange([.. calm.Wrong, .. spike.Wrong]);
        }

        Console.WriteLine($"{what}: {Usual} readers, then {Tenfold}, 20 times a second each{string.Concat(wrong.Distinct(StringComparer.Ordinal).Take(3).Select(one => $"; {one}"))}");
        new Figure($"{what}: p99 of {Tenfold} readers against {Usual}, ms", waits, usual, WaitBar).Print();
        Figure.PrintNone($"{what}: answers that were no page", wrong.Count);
        new Figure($"{what}: SQL statements per 1,000 answers", statements, [.. statements.Select(_ => StatementsBar)], what == "warm" ? 1 : null).Print();
    }
}
