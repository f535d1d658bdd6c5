using System.Globalization;

namespace NewsPortal.Bench;

/// <summary>One printed line: rounds of ours and of the baseline, taken in turns, and their ratio round by round.</summary>
/// <param name="What">What is measured, in which unit.</param>
/// <param name="Bar">The most that the ratio may be; null where only the figure is wanted.</param>
/// <param name="Least">The least that it may be, where more is better.</param>
internal sealed record Figure(string What, IReadOnlyList<double> Ours, IReadOnlyList<double> Baseline, double? Bar = null, double? Least = null)
{
    private const string Layout = "{0,-72} {1,-24} {2,-24} {3,-20} {4}";

    public static void PrintHeading()
        => Console.WriteLine(Layout, "what (minimum/median/maximum of the rounds)", "ours", "baseline", "ratio", "bar");

    public void Print()
    {
        var ratios = Ours.Zip(Baseline, (ours, baseline) => ours / baseline).ToList();
        var bar = Bar is { } most ? $"<= {Number(most)} {Say(Median(ratios) <= most)}"
            : Least is { } least ? $">= {Number(least)} {Say(Median(ratios) >= least)}"
            : "-";
        Console.WriteLine(Layout, What, Spread(Ours), Spread(Baseline), Spread(ratios), bar);
    }

    /// <summary>Something that has a limit of its own instead of a baseline.</summary>
    public static void PrintAgainstLimit(string what, double ours, double limit) => new Figure(what, [ours], [limit], 1).Print();

    /// <summary>Something that must not happen.</summary>
    public static void PrintNone(string what, long count) => Console.WriteLine(Layout, what, count, 0, "-", $"none {Say(count == 0)}");

    /// <param name="share">0.99 for what all but one in a hundred keep to.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
        => values.Count == 0 ? 0 : values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));

    private static string Say(bool isMet) => isMet ? "met" : "MISSED";

    private static string Spread(IReadOnlyList<double> values) => $"{Number(values.Min())}/{Number(Median(values))}/{Number(values.Max())}";

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
