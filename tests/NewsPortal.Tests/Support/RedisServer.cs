using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsPortal.Tests.Support;

/// <summary>A real redis-server of the test's own, which it may maltreat.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly TempFolder folder = new();
    private Process? process;

    public int Port { get; } = FreePort();

    public string Address => $"127.0.0.1:{Port}";

    public async Task StartAsync()
    {
        string[] settings = ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.Path];
        process = Process.Start(new ProcessStartInfo("redis-server", settings) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        while (!await AnswersAsync())
        {
            Assert.False(process.HasExited, "redis-server ended");
            await Task.Delay(20);
        }
    }

    public void Kill()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    /// <summary>The answer as it comes over the wire.</summary>
    public async Task<string> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{command}\r\n"));
        var answer = new byte[4096];
        return Encoding.UTF8.GetString(answer, 0, await stream.ReadAsync(answer));
    }

    /// <summary>Returns when so many subscribers listen on channels of that name.</summary>
    public async Task UntilHeardAsync(string channels, int listeners)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var found = (await AskAsync($"PUBSUB CHANNELS {channels}")).Split("\r\n").Where(line => line.Contains(':', StringComparison.Ordinal)).ToList();
            if (found is [var channel] && (await AskAsync($"PUBSUB NUMSUB {channel}")).EndsWith($":{listeners}\r\n", StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(since.Elapsed < TimeSpan.FromSeconds(15), $"Redis has not these {listeners} listeners: {string.Join(' ', found)}");
        }
    }

    public void Dispose()
    {
        Kill();
        folder.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await AskAsync("PING")).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
