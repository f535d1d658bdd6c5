using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsPortal.Bench.Streams;

/// <summary>One open page: holds a stream, and comes back with what its browser remembers when that breaks.</summary>
internal sealed class Hearer(int number) : IDisposable
{
    private const int FirstRetry = 1000;
    private const int PerAddress = 4000;

    // What a browser sends, because the server may keep it for as long as the stream is open.
    private const string Headers =
        "Host: localhost\r\nConnection: keep-alive\r\nAccept: text/event-stream\r\nCache-Control: no-cache\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n"
        + "Sec-Fetch-Dest: empty\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36\r\n"
        + "Referer: http://localhost/\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-GB,en;q=0.9\r\n";

    private Socket? socket;
    private byte[] rest = [];
    private bool isChange;
    private bool isGreeting;

    public int Number => number;

    /// <summary>The newest number that it knows of; null before it heard one.</summary>
    public long? Last { get; private set; }

    /// <summary>When it heard of the last change, in ticks of the monotonic clock.</summary>
    public long HeardAt { get; private set; }

    public bool IsGreeted { get; private set; }

    /// <summary>Milliseconds to stay away before coming back.</summary>
    public int Retry { get; private set; } = FirstRetry;

    public int Changes { get; private set; }

    /// <summary>Changes that it had heard of before.</summary>
    public int Repeated { get; private set; }

    /// <summary>Times that a change came which is not the next.</summary>
    public int Skipped { get; private set; }

    /// <returns>Its socket; null when nobody answers.</returns>
    public nint? Connect(IPEndPoint server)
    {
        Dispose();
        (rest, isChange, isGreeting, IsGreeted) = ([], false, false, false);
        socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // One address has not ports enough for all.
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(2 + (number / PerAddress))]), 0));
            socket.Connect(server);
            socket.Send(Encoding.ASCII.GetBytes($"GET /changes HTTP/1.1\r\n{Headers}{(Last is { } last ? $"Last-Event-ID: {last}\r\n" : "")}\r\n"));
            return socket.Handle;
        }
        catch (SocketException)
        {
            Dispose();
            return null;
        }
    }

    public nint? Handle => socket?.Handle;

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    /// <returns>How many changes it heard of.</returns>
    public int Hear(ReadOnlySpan<byte> bytes)
    {
        var before = Changes;
        var text = rest.Length == 0 ? bytes : (byte[])[.. rest, .. bytes];
        for (var end = text.IndexOf((byte)'\n'); end >= 0; end = text.IndexOf((byte)'\n'))
        {
            HearLine(text[..end]);
            text = text[(end + 1)..];
        }

        rest = text.Length == 0 ? [] : text.ToArray();
        return Changes - before;
    }

    private void HearLine(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("event: "u8))
        {
            (isChange, isGreeting) = (line[7..].SequenceEqual("change"u8), line[7..].SequenceEqual("hello"u8));
            IsGreeted |= isGreeting;
        }
        else if (line.StartsWith("id: "u8) && Utf8Parser.TryParse(line[4..], out long id, out _))
        {
            HearId(id);
        }
        else if (line.StartsWith("retry: "u8) && Utf8Parser.TryParse(line[7..], out int retry, out _))
        {
            Retry = retry;
        }
    }

    private void HearId(long id)
    {
        if (isChange)
        {
            Repeated += id <= Last ? 1 : 0;
            Skipped += id > Last + 1 ? 1 : 0;
            (HeardAt, Changes) = (Stopwatch.GetTimestamp(), Changes + 1);
        }
        else if (isGreeting && Last is { } known)
        {
            // Whoever is greeted with a place has everything up to there.
            Skipped += id == known ? 0 : 1;
        }

        Last = id;
    }
}
