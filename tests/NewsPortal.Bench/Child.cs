using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace NewsPortal.Bench;

/// <summary>A process of one of the solution's programs. What it prints is read and forgotten, as a log collector would.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process process;
    private readonly Task<string> errors;

    private Child(Built built, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(built.Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(built.Program)!,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Of all its threads, in user and kernel mode.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public IPEndPoint Address { get; private init; } = new(IPAddress.Loopback, 0);

    public static Child Serve(Built built, params string[] settings)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        return new Child(built, ["--urls", $"http://{address}", "--contentroot", built.ContentRoot, .. settings]) { Address = address };
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>The most memory it ever held, in bytes.</returns>
    public static async Task<long> RunAsync(Built built, params string[] arguments)
    {
        await using var child = new Child(built, [.. arguments, "--contentroot", built.ContentRoot]);
        var peak = 0L;
        while (!child.process.HasExited)
        {
            peak = Math.Max(peak, child.PeakMemory());
            await Task.Delay(20);
        }

        return child.process.ExitCode == 0 ? peak : throw new InvalidOperationException(await child.errors);
    }

    /// <summary>Asks until it answers 200.</summary>
    public async Task<TimeSpan> FirstAnswerAsync(string path, Stopwatch since)
    {
        while (since.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(await errors);
            }

            try
            {
                using var reader = Reader.Connect(Address);
                reader.Get(Reader.Request(path));
                return since.Elapsed;
            }
            catch (SocketException)
            {
                await Task.Delay(1);
            }
        }

        throw new TimeoutException($"{path} was not answered.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            _ = Signal(process.Id, Terminate);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    // The kernel's own high-water mark: nothing is missed between two looks.
    private long PeakMemory()
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
