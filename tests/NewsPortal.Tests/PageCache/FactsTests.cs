using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Tests.PageCache;

/// <summary>
/// Whatever happens to the paper, each page that says something else afterwards rested on something that was touched: no
/// exception. A page that says the same was not touched, but for those written down beside the fact with the reason.
/// </summary>
public sealed partial class FactsTests(SmallPaper paper) : IClassFixture<SmallPaper>
{
    public static TheoryData<string> Names => [.. Facts.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_fact_makes_old_what_it_changes_and_nothing_else(string fact)
    {
        var (deed, needless) = Facts[fact];
        await paper.AirAsync(Facts[fact].OnAir);
        var effect = await paper.FollowAsync(deed);
        AssertNone("changed and rested on nothing that was touched", effect.Changed.Except(effect.Evicted), effect);
        var allowed = needless.SelectMany(line => line.Pages.Split(' ')).ToList();
        var idle = effect.Evicted.Except(effect.Changed).ToList();
        AssertNone("are as they were and were touched", idle.Where(page => !allowed.Exists(pages => IsOf(pages, page, effect))), effect);
        Assert.All(allowed, pages => Assert.Contains(idle, page => IsOf(pages, page, effect)));
    }

    private static void AssertNone(string what, IEnumerable<string> pages, Effect effect)
    {
        var told = pages.Order(StringComparer.Ordinal).Select(page => $"{page}: {string.Join(' ', effect.Before[page].Tags.Where(effect.Touched.Contains))}").ToList();
        Assert.True(told.Count == 0, $"{told.Count} pages {what} ({string.Join(' ', effect.Touched)}):\n{string.Join('\n', told)}");
    }

    // An address, perhaps with a star for any part of it, or the status that it is answered with.
    private static bool IsOf(string pages, string page, Effect effect)
        => pages == effect.Before[page].Status.ToString(CultureInfo.InvariantCulture)
            || Regex.IsMatch(page, $"^{Regex.Escape(pages).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);

    private sealed record Fact(Func<SmallPaper, Task> Deed, (string Pages, string Why)[] Needless)
    {
        /// <summary>So many flashes are on air before it, and no others; 0: those that happen to be.</summary>
        public int OnAir { get; private init; }

        public Fact With(int onAir) => this with { OnAir = onAir };
    }
}
