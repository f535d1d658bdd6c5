using System.Diagnostics;
using System.Globalization;

namespace NewsPortal.Bench.Comments;

/// <summary>
/// The desk and the stories of a paper with millions of comments against one with a thousand, while fifty a second arrive
/// at each. Both have the same stories; steps are taken in turns, so that what else the machine does falls on both.
/// </summary>
internal static class CommentsBench
{
    private const int Few = 1000;
    private const int PerSecond = 50;
    private const int Warming = 20;

    // Of so many the p99 is more than the one that was unlucky.
    private const int Openings = 2000;
    private const int Stories = 20_000;
    private const double Bar = 1.5;

    public static async Task RunAsync(int many, int samples)
    {
        using var large = new Paper();
        using var small = new Paper();
        await large.RunAsync("seed", "--articles", Stories.ToString(CultureInfo.InvariantCulture));
        Copy(large, small);
        await StoredComments.FillAsync(large, many);
        await StoredComments.FillAsync(small, Few);
        await OpenAsync(large, "opened by a reader");
        await OpenAsync(large, "made new", "--PageCache:MegaBytes=0");
        await using var ours = await CommentedPaper.OpenAsync(large, PerSecond);
        await using var baseline = await CommentedPaper.OpenAsync(small, PerSecond);
        await TurnsAsync(ours, baseline, Warming);
        ours.Forget();
        baseline.Forget();
        await TurnsAsync(ours, baseline, samples);
        Print(many, ours, baseline);
    }

    // As a browser asks for it, to the last byte.
    private static async Task OpenAsync(Paper paper, string what, params string[] settings)
    {
        var (longTalk, shortTalk) = await StoredComments.StoriesAsync(paper);
        await using var server = await paper.ServeAsync(Surroundings.Any, [.. CommentedPaper.Keeping, .. settings]);
        using var reader = Reader.Connect(server.Address);
        List<double> ours = [], baseline = [];
        for (var number = 0; number < Warming + Openings; number++)
        {
            ours.Add(Time(reader, Reader.Request(longTalk, "br")));
            baseline.Add(Time(reader, Reader.Request(shortTalk, "br")));
        }

        Compare($"story {what}, {StoredComments.LongTalk} comments on it against {StoredComments.ShortTalk}", ours[Warming..], baseline[Warming..]);
    }

    private static double Time(Reader reader, byte[] request)
    {
        var clock = Stopwatch.StartNew();
        reader.Get(request);
        return clock.Elapsed.TotalMicroseconds;
    }

    private static async Task TurnsAsync(CommentedPaper ours, CommentedPaper baseline, int samples)
    {
        for (var number = 0; number < samples; number++)
        {
            await ours.StepAsync();
            await baseline.StepAsync();
        }
    }

    private static void Print(int many, CommentedPaper ours, CommentedPaper baseline)
    {
        var (mine, theirs) = (ours.Times(), baseline.Times());
        foreach (var what in mine.Keys)
        {
            Compare($"{what}, {many} comments against {Few}", mine[what], theirs[what]);
        }

        Figure.PrintNone($"comments that could not be sent, of {mine[CommentedPaper.Posting].Count + theirs[CommentedPaper.Posting].Count}", ours.Failed + baseline.Failed);
    }

    private static void Compare(string what, List<double> ours, List<double> baseline)
    {
        foreach (var (name, share) in (IEnumerable<(string, double)>)[("median", 0.5), ("p99", 0.99)])
        {
            new Figure($"{what}: {name}, us", [Figure.Percentile(ours, share)], [Figure.Percentile(baseline, share)], Bar).Print();
        }
    }

    private static void Copy(Paper from, Paper to)
    {
        foreach (var file in Directory.EnumerateFiles(from.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to.Folder, Path.GetRelativePath(from.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
