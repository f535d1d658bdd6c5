using System.Text;

namespace NewsPortal.Bench;

/// <summary>A page deep in the archive against the newest one: what a keyset buys.</summary>
internal static class DepthBench
{
    public const int EnoughStories = (Deep * StoriesPerPage) + 400;

    private const int Deep = 1000;
    private const int StoriesPerPage = 20;
    private const double Bar = 1.2;

    public static async Task RunAsync(int stories)
    {
        using var paper = new Paper();
        await paper.RunAsync("seed", "--articles", $"{stories}");
        await using var product = await paper.ServeAsync();
        var deep = Walk(product, "/archive");
        Load.Print(
            $"archive of {stories}, page {Deep} against page 1",
            Load.Compare(new Load(product, deep), new Load(product, "/archive"), connections: 1),
            Bar);
    }

    // As a reader would, by the link to older stories: the address of a page says nothing of its number.
    private static string Walk(Child product, string path)
    {
        using var reader = Reader.Connect(product.Address);
        for (var page = 1; page < Deep; page++)
        {
            path = Pages.Older(Encoding.UTF8.GetString(reader.Read(Reader.Request(path)))) ?? throw new InvalidOperationException($"Page {page} is the last.");
        }

        return path;
    }
}
