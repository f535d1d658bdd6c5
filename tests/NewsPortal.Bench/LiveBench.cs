using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench;

/// <summary>
/// A coverage with thousands of entries against one with ten: its page made anew for every reader, the parts that open
/// pages fetch, and an entry more, sent by the desk's own form.
/// </summary>
internal static partial class LiveBench
{
    private const int Few = 10;
    private const int Rounds = 9;
    private const int DonePerRound = 60;
    private const double Bar = 1.2;

    public static async Task RunAsync(int many)
    {
        using var paper = await Paper.DemoAsync();
        await using var product = await paper.ServeAsync(Surroundings.Any, "--PageCache:MegaBytes=0");
        await Editor.HireAsync(paper, product);
        using var few = await CoverAsync(product, Few);
        using var lot = await CoverAsync(product, many);
        // What is sent here makes the small one grow, so that comes last.
        await ReadAsync(product, few, lot, many);
        await WriteAsync(few, lot, many);
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
            await editor.SendEntryAsync(Words(number));
        }

        return editor;
    }

    private static async Task ReadAsync(Child product, Editor few, Editor lot, int many)
    {
        var (small, large) = (await few.AddressAsync(), await lot.AddressAsync());
        Compare("page", large, small);
        Compare("page of key events", $"{large}?key=1", $"{small}?key=1");
        Compare($"page {many / 2} entries down", string.Create(CultureInfo.InvariantCulture, $"{large}?before={many / 2}"), large);
        Compare("page, oldest first", $"{large}?from=first", large);
        Compare("what came after the last but one", Updates(large, many - 1), Updates(small, Few - 1));

        void Compare(string what, string ours, string baseline)
            => Load.Print($"{what}, {many} entries against {Few}", Load.Compare(new Load(product, ours), new Load(product, baseline), connections: 1), Bar);
    }

    private static async Task WriteAsync(Editor few, Editor lot, int many)
    {
        await CompareAsync("an entry sent", editor => editor.SendEntryAsync(Words(many)));
        // Both have more by now than the desk's page shows.
        await CompareAsync("the desk's page", editor => editor.OpenLiveDeskAsync());

        async Task CompareAsync(string what, Func<Editor, Task> work)
        {
            var (ours, baseline) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(await MedianAsync(() => work(lot)));
                baseline.Add(await MedianAsync(() => work(few)));
            }

            new Figure($"{what}, {many} entries against {Few}: time, us", ours, baseline, Bar).Print();
        }
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (var left = DonePerRound; left > 0; left--)
        {
            var clock = Stopwatch.StartNew();
            await work();
            times.Add(clock.Elapsed.TotalMicroseconds);
        }

        return Figure.Percentile(times, 0.5);
    }

    private static string Updates(string story, int after) => $"/live/{Number().Match(story).Value}/updates?after={after.ToString(CultureInfo.InvariantCulture)}";

    private static string Words(int number) => string.Create(
        CultureInfo.InvariantCulture, $"The water stands at {number} centimetres, the *harbour master* says, and the {number}. bus has left the fish hall for Saltmarket.");

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Number();
}
