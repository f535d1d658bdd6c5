using System.Globalization;

namespace NewsPortal.Bench;

/// <summary>One printed line: rounds of ours and of the baseline, taken in turns, and their ratio round by round.</summary>
/// <param name="What">What is measured, in which unit.</param>
/// <param name="Bar">The most that the ratio may be; null where only the figure is wanted.</param>
internal sealed record Figure(string What, IReadOnlyList<double> Ours, IReadOnlyList<double> Baseline, double? Bar = null)
{
    private const string Layout = "{0,-58} {1,-24} {2,-24} {3,-20} {4}";

    public static void PrintHeading()
        => Console.WriteLine(Layout, "what (minimum/median/maximum of the rounds)", "ours", "baseline", "ratio", "bar");

    public void Print()
    {
        var ratios = Ours.Zip(Baseline, (ours, baseline) => ours / baseline).ToList();
        var bar = Bar is { } most ? $"<= {Number(most)} {(Median(ratios) <= most ? "met" : "MISSED")}" : "-";
        Console.WriteLine(Layout, What, Spread(Ours), Spread(Baseline), Spread(ratios), bar);
    }

    private static string Spread(IReadOnlyList<double> values) => $"{Number(values.Min())}/{Number(Median(values))}/{Number(values.Max())}";

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
