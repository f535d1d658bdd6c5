using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsPortal.Bench.PageCache;

/// <summary>Every page of a large paper is asked for once, and addresses without end: what is kept has a bound all the same.</summary>
internal static class CrawlBench
{
    private const int Crawlers = 4;
    private const int Bound = 32;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(int pages)
    {
        using var paper = await Paper.DemoAsync();
        await paper.RunAsync("seed", "--articles", $"{pages * 7 / 10}");
        await using var product = await Watched.ServeAsync(paper, $"--PageCache:MegaBytes={Bound}");
        var addresses = Addresses(product.Server, pages);
        var before = product.Server.Memory / Megabyte;
        var crawl = Task.Run(() => Crawl(product.Server, addresses));
        var (bytes, memory) = (0.0, 0.0);
        while (!crawl.IsCompleted)
        {
            await Task.WhenAny(crawl, Task.Delay(BetweenLooks));
            bytes = Math.Max(bytes, product.Read().Of("bytes") / Megabyte);
            memory = Math.Max(memory, product.Server.Memory / Megabyte);
        }

        var statuses = (await crawl).CountBy(status => status).Select(status => $"{status.Value} x {status.Key}");
        var read = product.Read();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{addresses.Count} addresses: {string.Join(", ", statuses)}; {read.Of("renders")} renders, {read.Of("pages")} pages kept"));
        Figure.PrintAgainstLimit($"crawl of {pages}: most that stored pages took, MB", bytes, Bound);
        new Figure($"crawl of {pages}: most memory, against before + the bound, MB", [memory], [before + Bound]).Print();
    }

    // Seven in ten are stories; the rest are lists, addresses where nothing is, and queries that mean nothing.
    private static List<string> Addresses(Child product, int pages)
    {
        List<string> addresses = [.. Sitemap.Stories(product), .. Lists(product, pages / 20)];
        var left = pages - addresses.Count;
        addresses.AddRange(Enumerable.Range(0, left / 2).Select(number => $"/nowhere/nothing{number}"));
        addresses.AddRange(Enumerable.Range(0, left - (left / 2)).Select(number => $"/?campaign={number}"));
        new Random(1).Shuffle(CollectionsMarshal.AsSpan(addresses));
        return addresses;
    }

    private static IEnumerable<string> Lists(Child product, int most)
    {
        using var reader = Reader.Connect(product.Address);
        var path = "/archive";
        for (var page = 0; page < most && path is not null; page++)
        {
            yield return path;
            path = Pages.Older(Encoding.UTF8.GetString(reader.Read(Reader.Request(path))));
        }
    }

    private static ConcurrentBag<int> Crawl(Child product, List<string> addresses)
    {
        var statuses = new ConcurrentBag<int>();
        Parallel.ForEach(Partitioner.Create(0, addresses.Count), new ParallelOptions { MaxDegreeOfParallelism = Crawlers }, range =>
        {
            using var reader = Reader.Connect(product.Address);
            for (var at = range.Item1; at < range.Item2; at++)
            {
                statuses.Add(reader.Status(Reader.Request(addresses[at], "br")));
            }
        });
        return statuses;
    }
}
