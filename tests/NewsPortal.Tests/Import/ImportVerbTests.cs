using NewsPortal.Import;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

public sealed class ImportVerbTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task It_imports_and_leaves_a_report_beside_the_database()
    {
        var file = Path.Combine(newsroom.StorageFolder, "export.xml");
        await File.WriteAllTextAsync(file, new Wxr().Post(7, "Hello", "[rev_slider id=\"1\"]").ToString());

        Assert.Equal(0, await RunAsync("wordpress", file));
        var report = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(newsroom.StorageFolder, "import-reports")).Single());
        Assert.Contains("A shortcode that is not known here was left out: [rev_slider], post 7 'Hello'", report, StringComparison.Ordinal);
        Assert.Contains("stories: 1 added", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_fails_when_nothing_could_be_imported()
    {
        var file = Path.Combine(newsroom.StorageFolder, "export.xml");
        await File.WriteAllTextAsync(file, "<html/>");
        Assert.Equal(1, await RunAsync("wordpress", file));
        Assert.Equal(1, await RunAsync("wordpress", Path.Combine(newsroom.StorageFolder, "nowhere.xml")));
    }

    private Task<int> RunAsync(params string[] words) => ImportVerb.Create(newsroom.Services).Parse(words).InvokeAsync();
}
