using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsPortal.Bench;

/// <summary>A process of one of the solution's programs. What it prints is read and forgotten, as a log collector would.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process process;
    private readonly MemoryStream output = new();
    private readonly Task read;
    private readonly Task<string> errors;

    private Child(string program, IEnumerable<string> arguments, Surroundings around, bool isRead = false)
    {
        var start = around.Core is { } core
            ? new ProcessStartInfo("taskset", ["--cpu-list", $"{core}", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.WorkingDirectory = Path.GetDirectoryName(program);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in around.Variables)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        read = process.StandardOutput.BaseStream.CopyToAsync(isRead ? output : Stream.Null);
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

    /// <summary>Bytes that it holds now.</summary>
    public long Memory => OfStatus("VmRSS:");

    public IPEndPoint Address { get; private init; } = new(IPAddress.Loopback, 0);

    public static Child Serve(Built built, params string[] settings) => Serve(built, Surroundings.Any, settings);

    public static Child Serve(Built built, Surroundings around, params string[] settings)
        => Start(built.Program, around, address => ["--urls", $"http://{address}", "--contentroot", built.ContentRoot, .. settings]);

    /// <summary>Any program that listens where it is told.</summary>
    public static Child Start(string program, Surroundings around, Func<IPEndPoint, IEnumerable<string>> arguments)
    {
        var address = around.Address ?? new IPEndPoint(IPAddress.Loopback, FreePort());
        return new Child(program, arguments(address), around) { Address = address };
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>The most memory it ever held, in bytes.</returns>
    public static async Task<long> RunAsync(Built built, params string[] arguments)
    {
        await using var child = new Child(built.Program, [.. arguments, "--contentroot", built.ContentRoot], Surroundings.Any);
        var peak = 0L;
        while (!child.process.HasExited)
        {
            // The kernel's own high-water mark: nothing is missed between two looks.
            peak = Math.Max(peak, child.OfStatus("VmHWM:"));
            await Task.Delay(20);
        }

        return child.process.ExitCode == 0 ? peak : throw new InvalidOperationException(await child.errors);
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> AskAsync(string program, Surroundings around, params IEnumerable<string> arguments)
    {
        await using var child = new Child(program, arguments, around, isRead: true);
        await child.read;
        await child.process.WaitForExitAsync();
        return child.process.ExitCode == 0 ? Encoding.UTF8.GetString(child.output.ToArray()) : throw new InvalidOperationException(await child.errors);
    }

    /// <summary>Asks until it answers 200.</summary>
    public Task<TimeSpan> FirstAnswerAsync(string path, Stopwatch since) => KnockAsync(reader => reader.Get(Reader.Request(path)), path, since);

    /// <summary>Until it takes a connection.</summary>
    public Task ListeningAsync() => KnockAsync(_ => { }, "A connection", Stopwatch.StartNew());

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            _ = Signal(process.Id, Terminate);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        await output.DisposeAsync();
    }

    private async Task<TimeSpan> KnockAsync(Action<Reader> knock, string what, Stopwatch since)
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
                knock(reader);
                return since.Elapsed;
            }
            catch (SocketException)
            {
                await Task.Delay(1);
            }
        }

        throw new TimeoutException($"{what} was not answered.");
    }

    private long OfStatus(string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
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
