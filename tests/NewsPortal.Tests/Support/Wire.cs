using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace NewsPortal.Tests.Support;

/// <summary>Requests as bytes, for what no well-behaved client would send.</summary>
public static class Wire
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends the lines of one request head, which has to ask for the connection to be closed, and reads what comes back.</summary>
    public static async Task<WireAnswer> AskAsync(Uri server, params string[] lines)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"), patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // The server hung up before it had read everything; what it said is in the answer.
        }

        return WireAnswer.Read(answer.ToArray());
    }
}

/// <param name="Status">0 when nothing came.</param>
public sealed record WireAnswer(int Status, IReadOnlyList<string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name)
        => Headers.FirstOrDefault(header => header.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    public static WireAnswer Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return new WireAnswer(0, [], []);
        }

        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        return new WireAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), lines[1..], bytes[(end + 4)..]);
    }
}
