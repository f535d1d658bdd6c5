using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsPortal.Bench;

/// <summary>
/// One kept-alive connection that asks and reads to the end of the answer. It does as little as it can, because it runs
/// on the same processors as what it measures.
/// </summary>
internal sealed class Reader : IDisposable
{
    public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

    private readonly Socket socket;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int begin;
    private int end;

    private Reader(Socket socket) => this.socket = socket;

    public static Reader Connect(IPEndPoint address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address);
        return new Reader(socket);
    }

    public static byte[] Request(string path, string? encoding = null)
        => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{(encoding is null ? "" : $"Accept-Encoding: {encoding}\r\n")}\r\n");

    /// <returns>The body, as it was sent.</returns>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public byte[] Read(byte[] request)
    {
        using var body = new MemoryStream();
        Read(request, body);
        return body.ToArray();
    }

    /// <summary>As above, into a stream that is used again for the next answer.</summary>
    public void Read(byte[] request, MemoryStream body)
    {
        body.SetLength(0);
        MustBeFound(request, Exchange(request, body, null));
    }

    public void Get(byte[] request) => MustBeFound(request, Exchange(request, null, null));

    /// <summary>Whatever the answer is.</summary>
    public Answer Ask(byte[] request)
    {
        using var body = new MemoryStream();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var status = Exchange(request, body, headers);
        return new Answer(status, headers, body.ToArray());
    }

    /// <summary>Reads the answer and forgets it.</summary>
    /// <returns>Its status.</returns>
    public int Status(byte[] request) => Exchange(request, null, null);

    public void Dispose() => socket.Dispose();

    private static void MustBeFound(byte[] request, int status)
    {
        if (status != 200)
        {
            throw new InvalidOperationException($"{Encoding.ASCII.GetString(request).Split('\r')[0]}: {status}");
        }
    }

    /// <returns>The status.</returns>
    private int Exchange(byte[] request, MemoryStream? body, Dictionary<string, string>? headers)
    {
        socket.Send(request);
        var status = Utf8Parser.TryParse(Line()["HTTP/1.1 ".Length..], out int code, out _) ? code : throw new InvalidOperationException("No status.");
        var length = Headers(headers);
        if (length is { } known)
        {
            Body(known, body);
            return status;
        }

        for (var chunk = Chunk(); chunk > 0; chunk = Chunk())
        {
            Body(chunk, body);
            Line();
        }

        Line();
        return status;
    }

    /// <returns>The body's length; null when it comes in chunks.</returns>
    private int? Headers(Dictionary<string, string>? kept)
    {
        int? length = null;
        for (var line = Line(); line.Length > 0; line = Line())
        {
            if (Ascii.EqualsIgnoreCase(line[..Math.Min(15, line.Length)], "content-length:"u8))
            {
                length = int.Parse(line[15..], CultureInfo.InvariantCulture);
            }

            Keep(line, kept);
        }

        return length;
    }

    private static void Keep(ReadOnlySpan<byte> line, Dictionary<string, string>? kept)
    {
        if (kept is not null)
        {
            var parts = Encoding.Latin1.GetString(line).Split(':', 2, StringSplitOptions.TrimEntries);
            kept[parts[0]] = kept.TryGetValue(parts[0], out var before) ? $"{before}, {parts[1]}" : parts[1];
        }
    }

    private int Chunk() => Utf8Parser.TryParse(Line(), out int size, out _, 'x') ? size : throw new InvalidOperationException("No chunk.");

    private void Body(int length, MemoryStream? body)
    {
        while (length > 0)
        {
            if (begin == end)
            {
                Fill();
            }

            var part = Math.Min(length, end - begin);
            body?.Write(buffer, begin, part);
            (begin, length) = (begin + part, length - part);
        }
    }

    private ReadOnlySpan<byte> Line()
    {
        int at;
        while ((at = buffer.AsSpan(begin, end - begin).IndexOf("\r\n"u8)) < 0)
        {
            Fill();
        }

        var line = buffer.AsSpan(begin, at);
        begin += at + 2;
        return line;
    }

    private void Fill()
    {
        buffer.AsSpan(begin, end - begin).CopyTo(buffer);
        (begin, end) = (0, end - begin);
        var read = socket.Receive(buffer.AsSpan(end));
        end = read > 0 ? end + read : throw new SocketException((int)SocketError.ConnectionReset);
    }
}
