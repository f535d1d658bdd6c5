using System.Diagnostics;
using System.Text;

namespace NewsPortal.Bench;

/// <summary>
/// A page made anew for every reader, against an MVC view that only writes the same bytes: real processes, Kestrel,
/// loopback, the demo paper, Production settings.
/// </summary>
internal static class RenderBench
{
    public static async Task RunAsync()
    {
        using var paper = await Paper.DemoAsync();
        await using var product = await paper.ServeAsync(Surroundings.Any, "--PageCache:MegaBytes=0");
        await using var empty = Child.Serve(Built.Empty, $"--Pages:Path={paper.Folder}");
        await empty.FirstAnswerAsync("/", Stopwatch.StartNew());

        var front = Keep(product, "/", Path.Combine(paper.Folder, "front"));
        Keep(product, Pages.LeadStory(front), Path.Combine(paper.Folder, "story"));
        foreach (var connections in (int[])[1, 2])
        {
            Compare("story", new Load(product, Pages.LeadStory(front)), new Load(empty, "/pages/story"), connections);
            Compare("front", new Load(product, "/"), new Load(empty, "/pages/front"), connections);
        }

        Compare("story, brotli", new Load(product, Pages.LeadStory(front), "br"), new Load(empty, "/pages/story"), connections: 1);
        Compare("front, brotli", new Load(product, "/", "br"), new Load(empty, "/pages/front"), connections: 1);
    }

    private static void Compare(string what, Load ours, Load baseline, int connections)
        => Load.Print($"{what}, {connections} connection(s), against an empty view", Load.Compare(ours, baseline, connections));

    private static string Keep(Child product, string path, string file)
    {
        using var reader = Reader.Connect(product.Address);
        var page = reader.Read(Reader.Request(path));
        File.WriteAllBytes(file, page);
        Console.WriteLine($"{path}: {page.Length} bytes, {reader.Read(Reader.Request(path, "br")).Length} as brotli");
        return Encoding.UTF8.GetString(page);
    }
}
