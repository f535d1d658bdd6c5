using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NewsPortal.BrowserTests.Support;

/// <summary>An empty paper in a process of its own, which a test may kill and start again over the same data.</summary>
public sealed partial class SeparatePaper : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-separate-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly string[] settings;
    private Process? process;

    private SeparatePaper(string[] settings)
    {
        Url = $"http://localhost:{Edition.FreePort()}";
        this.settings =
        [
            "--urls", Url, $"--Site:Url={Url}", $"--Storage:Path={folder}", "--Seed:Demo=false", "--environment", "Production",
            // Only the sources, or a published application, have the stylesheets and scripts beside them.
            "--contentroot", Writing.SourcePath("."), .. settings,
        ];
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>The link that the first start printed.</summary>
    public string SetUpLink => output.Select(line => Link().Match(line)).First(match => match.Success).Value;

    public static async Task<SeparatePaper> StartAsync(params string[] settings)
    {
        var paper = new SeparatePaper(settings);
        await paper.StartAgainAsync();
        return paper;
    }

    /// <summary>SIGKILL: no time to put anything in order.</summary>
    public void Kill()
    {
        process?.Kill();
        process?.WaitForExit();
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsPortal.dll"), .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process?.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync();
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient();
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(Url + "/readyz")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process!.HasExited)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("The paper did not start: " + string.Join('\n', output));
    }

    [GeneratedRegex(@"http://localhost:\d+/account/link\?token=[\w-]+")]
    private static partial Regex Link();
}
