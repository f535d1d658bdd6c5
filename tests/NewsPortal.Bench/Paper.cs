using System.Diagnostics;

namespace NewsPortal.Bench;

/// <summary>A paper in a folder of its own under the system's temporary one, gone when disposed.</summary>
internal sealed class Paper : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("newsportal-bench-").FullName;

    /// <summary>A paper with the demo stories in it.</summary>
    public static async Task<Paper> DemoAsync()
    {
        var paper = new Paper();
        await paper.RunAsync("seed");
        return paper;
    }

    public string Setting => $"--Storage:Path={Folder}";

    public Task<long> RunAsync(params string[] verb) => Child.RunAsync(Built.Product, [.. verb, Setting]);

    public Task<string> AskAsync(params string[] verb)
        => Child.AskAsync(Built.Product.Program, Surroundings.Any, [.. verb, Setting, "--contentroot", Built.Product.ContentRoot]);

    public Task<Child> ServeAsync() => ServeAsync(Surroundings.Any);

    public async Task<Child> ServeAsync(Surroundings around, params string[] settings)
    {
        var child = Child.Serve(Built.Product, around, [Setting, "--Seed:Demo=false", .. settings]);
        await child.FirstAnswerAsync("/healthz", Stopwatch.StartNew());
        return child;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
