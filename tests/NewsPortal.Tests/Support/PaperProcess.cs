using System.Diagnostics;

namespace NewsPortal.Tests.Support;

/// <summary>The program as a process of its own, for what only a process shows: exit codes, kills, two at once.</summary>
public sealed class PaperProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private PaperProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => process.HasExited;

    public static PaperProcess Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "NewsPortal.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        return new PaperProcess(Process.Start(start)!);
    }

    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        using var paper = Start(arguments);
        return await paper.EndAsync();
    }

    /// <summary>SIGKILL: nothing of it runs on.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public async Task<Ended> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    public sealed record Ended(int ExitCode, string Output, string Errors);
}
