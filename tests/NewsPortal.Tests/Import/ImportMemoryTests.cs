using System.Globalization;
using System.Text;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

public sealed class ImportMemoryTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly string Paragraphs = string.Concat(Enumerable.Repeat("<p>Rain fell on the <em>harbour</em> all day, and the <a href=\"https://e.org/\">ferries</a> stayed in port.</p>\n", 600));

    /// <summary>Takes minutes: run it with <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Memory_does_not_depend_on_the_size_of_the_export()
    {
        var small = await PeakOfAsync(20);
        var large = await PeakOfAsync(200);
        TestContext.Current.TestOutputHelper!.WriteLine($"Peak of live memory: {small / Megabyte} MB for 20 MB, {large / Megabyte} MB for 200 MB; peak working set {Environment.WorkingSet / Megabyte} MB");
        Assert.True(large < small * 1.5 + 32 * Megabyte, $"20 MB took {small / Megabyte} MB, 200 MB took {large / Megabyte} MB");
    }

    private static async Task<long> PeakOfAsync(int megabytes)
    {
        using var newsroom = new Newsroom();
        var file = Path.Combine(newsroom.StorageFolder, "export.xml");
        await WriteAsync(file, megabytes);
        await using var watched = new Watched(file);
        await Wxr.ImportAsync(newsroom, watched);
        return watched.Peak;
    }

    private static async Task WriteAsync(string file, int megabytes)
    {
        var empty = new Wxr().Author("ada", "Ada Quill").ToString();
        var end = empty.IndexOf("</channel>", StringComparison.Ordinal);
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false));
        await writer.WriteAsync(empty[..end]);
        for (var id = 1; writer.BaseStream.Position < (long)megabytes * Megabyte; id++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Story {id}");
            await writer.WriteAsync(new WxrPost(id) { Title = title, Content = Paragraphs, Terms = [("category", "world", "World"), ("post_tag", $"tag-{id % 500}", $"Tag {id % 500}")] }.ToXml());
        }

        await writer.WriteAsync(empty[end..]);
    }

    /// <summary>Looks at the memory in use as the file is read.</summary>
    private sealed class Watched(string file) : FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous)
    {
        private int reads;

        public long Peak { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (++reads % 50 == 0)
            {
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
