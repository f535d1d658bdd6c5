using System.Diagnostics;

namespace NewsPortal.Bench;

/// <summary>From the start of the process to the first page, over a database that is there, migrated and filled.</summary>
internal static class StartBench
{
    private const int Rounds = 11;
    private const double Bar = 1.5;

    public static Task RunAsync() => RunAsync(Built.Product, Built.Empty, "built");

    /// <summary>The same of both programs published, compiled ahead.</summary>
    public static async Task RunPublishedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newsportal-bench-").FullName;
        var product = await Built.Product.PublishAsync(Path.Combine(folder, "product"));
        await RunAsync(product, await Built.Empty.PublishAsync(Path.Combine(folder, "empty")), "published");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(Built product, Built empty, string how)
    {
        using var paper = await Paper.DemoAsync();
        var (ours, baseline) = (new List<Start>(), new List<Start>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await StartAsync(product, paper.Setting));
            baseline.Add(await StartAsync(empty));
        }

        Print($"start to the first page, {how}: time, ms", ours, baseline, start => start.Milliseconds, Bar);
        Print($"start to the first page, {how}: processor, ms", ours, baseline, start => start.ProcessorMilliseconds, bar: null);
    }

    private static async Task<Start> StartAsync(Built built, params string[] settings)
    {
        var clock = Stopwatch.StartNew();
        await using var child = Child.Serve(built, settings);
        var time = await child.FirstAnswerAsync("/", clock);
        return new Start(time.TotalMilliseconds, child.Processor.TotalMilliseconds);
    }

    private static void Print(string what, List<Start> ours, List<Start> baseline, Func<Start, double> value, double? bar)
        => new Figure(what, [.. ours.Select(value)], [.. baseline.Select(value)], bar).Print();

    private readonly record struct Start(double Milliseconds, double ProcessorMilliseconds);
}
