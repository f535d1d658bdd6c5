using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench;

/// <summary>
/// A coverage with thousands of entries against one with ten: its page made anew for every reader, the parts that open
/// pages fetch, and an entry more, sent by the desk's own form.
/// </summary>
internal static partial class LiveBench
{
    private const int Few = 10;
    private const int Full = 40;
    private const int BetweenKeyEvents = 5;
    private const int Rounds = 9;
    private const int DonePerRound = 20;
    private const double Bar = 1.2;

    public static async Task RunAsync(int many)
    {
        using var paper = await Paper.DemoAsync();
        await using var product = await paper.ServeAsync(Surroundings.Any, "--PageCache:MegaBytes=0");
        await Editor.HireAsync(paper, product);
        using var few = await CoverAsync(product, Few);
        using var full = await CoverAsync(product, Full);
        using var lot = await CoverAsync(product, many);
        Read(product, many, await lot.AddressAsync(), await few.AddressAsync());
        await SendAsync(product, lot, many);
        await OpenAsync(lot, full, many);
    }

    private static async Task<Editor> CoverAsync(Child product, int entries)
    {
        var editor = await Editor.SignInAsync(product);
        await editor.StartStoryAsync("A gate, as it happens");
        await editor.SaveAsync("A gate, as it happens", "a-gate-as-it-happens", "The gate stands half way.");
        await editor.PublishAsync();
        await editor.CoverAsync();
        for (var number = 1; number <= entries; number++)
        {
            await SendAsync(editor, number);
        }

        return editor;
    }

    private static void Read(Child product, int many, string large, string small)
    {
        Compare($"page, {many} entries against {Few}", large, small);
        Compare($"what came after the last but one, {many} entries against {Few}", Updates(large, many - 1), Updates(small, Few - 1));

        // A page is as long as any other: these are held to the newest of the same coverage.
        var deep = string.Create(CultureInfo.InvariantCulture, $"{large}?before={many / 2}");
        Compare($"page {many / 2} entries down against the newest", deep, large);
        Compare($"page of one entry, {many / 2} down, against the newest", $"{large}?entry={FirstEntry(product, deep)}", large);
        Compare($"oldest of {many} entries against the newest", $"{large}?from=first", large);
        Compare($"key events of {many} entries against the newest", $"{large}?key=1", large);

        void Compare(string what, string ours, string baseline)
            => Load.Print(what, Load.Compare(new Load(product, ours), new Load(product, baseline), connections: 1), Bar);
    }

    // The small one stays small: each round has its own.
    private static async Task SendAsync(Child product, Editor lot, int many)
    {
        List<(double Ours, double Baseline)> rounds = [];
        while (rounds.Count < Rounds)
        {
            using var few = await CoverAsync(product, Few);
            rounds.Add(await InTurnsAsync(number => SendAsync(lot, many + number), number => SendAsync(few, Few + number)));
        }

        Print($"an entry sent, {many} entries against {Few}", rounds);
    }

    private static async Task OpenAsync(Editor lot, Editor full, int many)
    {
        List<(double Ours, double Baseline)> rounds = [];
        while (rounds.Count < Rounds)
        {
            rounds.Add(await InTurnsAsync(_ => lot.OpenLiveDeskAsync(), _ => full.OpenLiveDeskAsync()));
        }

        Print($"the desk's page, {many} entries against {Full}", rounds);
    }

    /// <summary>Now the one, now the other, so that what else the machine does falls on both.</summary>
    /// <returns>The median of each, in microseconds.</returns>
    private static async Task<(double Ours, double Baseline)> InTurnsAsync(Func<int, Task> ours, Func<int, Task> baseline)
    {
        List<double> mine = [], theirs = [];
        for (var number = 1; number <= DonePerRound; number++)
        {
            mine.Add(await TimeAsync(() => ours(number)));
            theirs.Add(await TimeAsync(() => baseline(number)));
        }

        return (Figure.Percentile(mine, 0.5), Figure.Percentile(theirs, 0.5));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMicroseconds;
    }

    private static void Print(string what, List<(double Ours, double Baseline)> rounds)
        => new Figure($"{what}: time, us", [.. rounds.Select(r => r.Ours)], [.. rounds.Select(r => r.Baseline)], Bar).Print();

    private static Task SendAsync(Editor editor, int number) => editor.SendEntryAsync(Words(number), number % BetweenKeyEvents == 0);

    private static string Updates(string story, int after) => $"/live/{Number().Match(story).Value}/updates?after={after.ToString(CultureInfo.InvariantCulture)}";

    private static string FirstEntry(Child product, string page)
    {
        using var reader = Reader.Connect(product.Address);
        return Entry().Match(Encoding.UTF8.GetString(reader.Read(Reader.Request(page)))).Groups[1].Value;
    }

    private static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        The water stands at {number} centimetres, the *harbour master* says, and the gate stays **shut** until it has sunk by two hands.

        The {number}. bus has left [the fish hall](/world) for Saltmarket. Whoever still has to cross should come early, as there were
        {number} people at the stop at noon, and tickets for the ferry are good on the bus until the bridge is open again.
        """);

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Number();

    [GeneratedRegex("""id="entry-(\d+)""")]
    private static partial Regex Entry();
}
