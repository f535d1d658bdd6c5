using System.Globalization;
using Microsoft.Playwright;

namespace NewsPortal.Bench.Streams;

/// <summary>From the editor's click to the words on a reader's screen, in two windows of Chromium.</summary>
internal static class ScreenBench
{
    private const int Warming = 5;
    private const double StreamBar = 300;
    private const int PollSeconds = 5;

    public static async Task RunAsync(int flashes, int polledFlashes)
    {
        using var paper = await Paper.DemoAsync();
        await using var newsroom = await paper.ServeAsync(Surroundings.Any, FormattableString.Invariant($"--Changes:PollSeconds={PollSeconds}"));
        await Editor.HireAsync(paper, newsroom);
        using var playwright = await Playwright.CreateAsync();
        var address = new Uri($"http://localhost:{newsroom.Address.Port}");
        await using var desk = await Window.OpenAsync(playwright, address);
        var editor = new DeskWindow(desk.Page);
        await editor.OpenAsync(Editor.Email, Editor.Password);
        await WatchAsync(playwright, address, editor, hasStream: true, Warming);
        Print("with a stream: click to words on the screen", await WatchAsync(playwright, address, editor, hasStream: true, flashes), StreamBar);
        Print("streams blocked: click to words on the screen", await WatchAsync(playwright, address, editor, hasStream: false, polledFlashes), PollSeconds * 1000);
    }

    private static async Task<List<double>> WatchAsync(IPlaywright playwright, Uri address, DeskWindow editor, bool hasStream, int flashes)
    {
        await using var window = await Window.OpenAsync(playwright, address);
        var reader = new ReaderWindow(window.Page);
        await reader.OpenAsync(hasStream);
        var delays = new List<double>();
        for (var number = 0; number < flashes; number++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"The harbour bridge is shut, message {number}");
            var seen = reader.SeesAsync(line);
            var clicked = await editor.RaiseAsync(line);
            delays.Add(await seen - clicked);
            await editor.EndAsync(line);
        }

        return delays;
    }

    private static void Print(string what, List<double> delays, double bar)
    {
        Figure.PrintAgainstLimit($"{what}, p50, ms", Figure.Percentile(delays, 0.5), bar);
        Figure.PrintAgainstLimit($"{what}, p99, ms", Figure.Percentile(delays, 0.99), bar);
        Figure.PrintAgainstLimit($"{what}, longest, ms", delays.Max(), bar);
    }
}
