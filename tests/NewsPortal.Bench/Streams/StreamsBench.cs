using System.Diagnostics;
using NewsPortal.Bench.PageCache;

namespace NewsPortal.Bench.Streams;

/// <summary>How much an open page costs while nothing happens, and how soon all of them are told when something does.</summary>
internal static class StreamsBench
{
    private const int First = 5000;
    private const int Warming = 20;
    private const double Kilobytes = 17;
    private const double FirstBar = 75;
    private const double LastBar = 400;
    private const double PerSecond = 60_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(int streams, int rounds)
    {
        using var paper = await Paper.DemoAsync();
        await using var newsroom = await Watched.ServeAsync(paper, "--Changes:StreamsPerAddress=0");
        await Editor.HireAsync(paper, newsroom.Server);
        using var editor = await Editor.SignInAsync(newsroom.Server);
        var flash = new CorrectedFlash(editor, newsroom);
        await flash.RaiseAsync();
        for (var time = 0; time < Warming; time++)
        {
            await flash.CorrectAsync();
        }

        await Task.Delay(Rest);
        var before = newsroom.Server.Memory;
        using var audience = await GatherAsync(newsroom.Server, streams, before);
        // Until it has told them often enough, the runtime compiles what telling takes beside it.
        await TellAsync(audience, flash, newsroom.Server, Warming);
        Print(await TellAsync(audience, flash, newsroom.Server, rounds));
    }

    private static async Task<Audience> GatherAsync(Child server, int streams, long before)
    {
        var processor = server.Processor;
        var audience = new Audience(server.Address, streams);
        if (!audience.Until(all => all.Hearers.All(hearer => hearer.IsGreeted), Patience))
        {
            throw new TimeoutException($"Only {audience.Hearers.Count(hearer => hearer.IsGreeted)} of {streams} streams opened.");
        }

        Console.WriteLine($"{streams} streams open; the server's processor time for it: {(server.Processor - processor).TotalSeconds:0.0} s");
        processor = server.Processor;
        await Task.Delay(Idle);
        var memory = server.Memory;
        Console.WriteLine($"server: {before >> 20} MB without streams, {memory >> 20} MB with; idle {(server.Processor - processor) / Idle:0.000} of a processor");
        Figure.PrintAgainstLimit($"{streams} idle streams: server memory each, KB", (memory - before) / 1024.0 / streams, Kilobytes);
        return audience;
    }

    private static async Task<Told> TellAsync(Audience audience, CorrectedFlash flash, Child server, int rounds)
    {
        var told = new Told([], [], []);
        for (var round = 0; round < rounds; round++)
        {
            await Task.Delay(Rest);
            var (heard, processor) = (audience.Heard, server.Processor);
            await flash.CorrectAsync();
            if (!audience.Until(all => all.Heard >= heard + all.Hearers.Count, Patience))
            {
                throw new TimeoutException($"{audience.Heard - heard} of {audience.Hearers.Count} were told.");
            }

            told.PerSecond.Add((audience.Heard - heard) / (server.Processor - processor).TotalSeconds);
            var delays = audience.Hearers.Select(hearer => Stopwatch.GetElapsedTime(flash.Committed, hearer.HeardAt).TotalMilliseconds).Order().ToList();
            told.First.Add(Figure.Percentile(delays[..Math.Min(First, delays.Count)], 0.9));
            told.Last.Add(delays[^1]);
        }

        return told;
    }

    private static void Print(Told told)
    {
        Against("commit to the first 5,000, p90, ms", told.First, FirstBar);
        Against("commit to the last, ms", told.Last, LastBar);
        new Figure("deliveries per second of the server's processor", told.PerSecond, [.. told.PerSecond.Select(_ => PerSecond)], Least: 1).Print();
    }

    private static void Against(string what, List<double> rounds, double bar)
        => new Figure(what, rounds, [.. rounds.Select(_ => bar)], Bar: 1).Print();

    private sealed record Told(List<double> First, List<double> Last, List<double> PerSecond);
}
