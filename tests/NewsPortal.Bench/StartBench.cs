using System.Diagnostics;

namespace NewsPortal.Bench;

/// <summary>From the start of the process to the first page, over a database that is there, migrated and filled.</summary>
internal static class StartBench
{
    private const int Rounds = 11;
    private const double Bar = 1.5;

    public static async Task RunAsync()
    {
        using var paper = await Paper.DemoAsync();
        await MeasureAsync(paper, "/healthz", bar: null);
        await MeasureAsync(paper, "/", Bar);
    }

    private static async Task MeasureAsync(Paper paper, string path, double? bar)
    {
        var (ours, baseline) = (new List<double>(), new List<double>());
        var (oursBusy, baselineBusy) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await StartAsync(Built.Product, path, ours, oursBusy, paper.Setting);
            await StartAsync(Built.Empty, "/", baseline, baselineBusy);
        }

        new Figure($"start to the first {path}: time, ms", ours, baseline, bar).Print();
        new Figure($"start to the first {path}: processor, ms", oursBusy, baselineBusy).Print();
    }

    private static async Task StartAsync(Built built, string path, List<double> times, List<double> busy, params string[] settings)
    {
        var clock = Stopwatch.StartNew();
        await using var child = Child.Serve(built, settings);
        times.Add((await child.FirstAnswerAsync(path, clock)).TotalMilliseconds);
        busy.Add(child.Processor.TotalMilliseconds);
    }
}
