using System.Diagnostics;
using NewsPortal.Bench.Bare;

namespace NewsPortal.Bench.PageCache;

/// <summary>
/// Pages that everybody reads, against what the machine could do at best: a server that only writes the same bytes, the
/// framework's own store, and nginx. Server and load have a processor each.
/// </summary>
internal static class HotBench
{
    private const int Connections = 64;
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    private static readonly Surroundings Pinned = new(Wrk.ServerCore);

    public static async Task RunAsync(int rounds, int seconds)
    {
        using var paper = await Paper.DemoAsync();
        await using var product = await paper.ServeAsync(Pinned);
        var story = Pages.LeadStory(Pages.Text(Pages.Ask(new Load(product, "/"))));
        var gzip = Keep(product, Gzip, "/", story);
        await using var bare = await BareAsync(paper, Keep(product, Brotli, "/", story), "none");
        await using var bareGzip = await BareAsync(paper, gzip, "none");
        await using var stored = await BareAsync(paper, Keep(product, null, "/", story), "identity");
        await using var storedCompressed = await BareAsync(paper, Keep(product, null, "/", story), "compressed");
        await using var nginx = await NginxAsync(paper, gzip, keepsOpen: false);
        await using var nginxOpen = await NginxAsync(paper, gzip, keepsOpen: true);

        var plan = new Load.Plan(Connections, rounds, TimeSpan.FromSeconds(seconds), Wrk.Ask);
        foreach (var (name, path) in (IEnumerable<(string, string)>)[("front", "/"), ("story", story)])
        {
            var (ours, oursGzip) = (new Load(product, path, Brotli), new Load(product, path, Gzip));
            Compare($"{name}, br, against bare Kestrel", ours, new Load(bare, path, Brotli), plan, least: 0.85);
            Compare($"{name}, br, against OutputCache + compression", ours, new Load(stored, path, Brotli), plan, least: 2.5);
            Compare($"{name}, br, against OutputCache of compressed", ours, new Load(storedCompressed, path, Brotli), plan);
            Compare($"{name}, gzip, against nginx", oursGzip, new Load(nginx, $"/{name}", Gzip), plan, least: 0.6);
            Compare($"{name}, gzip, against nginx with files kept open", oursGzip, new Load(nginxOpen, $"/{name}", Gzip), plan);
            Compare($"{name}, gzip: bare Kestrel against the latter", new Load(bareGzip, path, Gzip), new Load(nginxOpen, $"/{name}", Gzip), plan);
        }
    }

    private static void Compare(string what, Load ours, Load baseline, Load.Plan plan, double? least = null)
    {
        Check(ours, baseline);
        var (a, b) = Load.Compare(ours, baseline, plan);
        new Figure($"{what}: per s", [.. a.Select(r => 1_000_000 / r.Microseconds)], [.. b.Select(r => 1_000_000 / r.Microseconds)], Least: least).Print();
        new Figure($"{what}: processor, us", [.. a.Select(r => r.ProcessorMicroseconds)], [.. b.Select(r => r.ProcessorMicroseconds)]).Print();
    }

    // A server that answers something else, or less, is fast for nothing.
    private static void Check(Load ours, Load baseline)
    {
        var (a, b) = (Pages.Ask(ours), Pages.Ask(baseline));
        if (Pages.Text(a) != Pages.Text(b) || Pages.Encoding(a) != ours.Encoding || Pages.Encoding(b) != ours.Encoding)
        {
            throw new InvalidOperationException($"{ours.Path}: {Pages.Describe(a)} is not {Pages.Describe(b)}.");
        }
    }

    private static List<KeptAnswer> Keep(Child product, string? encoding, params string[] paths) => [.. paths.Select(path =>
    {
        var answer = Pages.Ask(new Load(product, path, encoding));
        Console.WriteLine($"{path}: {Pages.Describe(answer)}");
        return KeptAnswer.Of(path, answer.Headers, answer.Body);
    })];

    private static async Task<Child> BareAsync(Paper paper, List<KeptAnswer> answers, string store)
    {
        var file = Path.Combine(paper.Folder, $"{Guid.NewGuid():N}.json");
        KeptAnswer.WriteAll(file, answers);
        var bare = Child.Serve(Built.Bare, Pinned, $"--Answers={file}", $"--Store={store}");
        await bare.FirstAnswerAsync("/", Stopwatch.StartNew());
        return bare;
    }

    private static Task<Child> NginxAsync(Paper paper, List<KeptAnswer> answers, bool keepsOpen) => Nginx.ServeAsync(
        Path.Combine(paper.Folder, $"nginx-{keepsOpen}"), new Dictionary<string, KeptAnswer> { ["front"] = answers[0], ["story"] = answers[1] }, keepsOpen, Pinned);
}
