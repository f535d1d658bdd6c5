using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MimeKit;

namespace NewsPortal.Tests.Support;

/// <summary>As much of a mail server (RFC 5321) as takes one letter after another.</summary>
internal sealed partial class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MimeMessage> letters = new();

    public MailServer()
    {
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>So that the paper writes to it.</summary>
    public (string Key, string Value)[] Settings => [("Mail:Server", "127.0.0.1"), ("Mail:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}")];

    /// <summary>All that came, the oldest first.</summary>
    public IReadOnlyList<MimeMessage> Letters => [.. letters];

    /// <summary>What whoever has this in their address is answered.</summary>
    public (string Part, string Answer)? Refuses { get; set; }

    /// <summary>How often somebody was refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Hangs up on whoever calls.</summary>
    public bool IsDown { get; set; }

    public void Dispose() => listener.Dispose();

    /// <summary>The first address of the paper's that a letter names.</summary>
    public static string PathIn(string letter) => Path().Match(letter).Value;

    /// <summary>What all letters say, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<string>> ReceivedAsync(int count)
    {
        await Eventually.IsAsync(() => Task.FromResult(letters.Count >= count));
        return [.. letters.Select(letter => $"{letter.Subject}\n{letter.To}\n{letter.TextBody}")];
    }

    /// <summary>What the letter says, without the marks that set typed words apart.</summary>
    public static string Said(MimeMessage letter) => letter.TextBody!.ReplaceLineEndings("\n").Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            if (!IsDown)
            {
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // Who calls may hang up.
                }
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                letters.Enqueue(await LetterAsync(reader));
            }

            await writer.WriteLineAsync(AnswerTo(line));
        }
    }

    private string AnswerTo(string line)
    {
        if (Refuses is { } refuses && line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains(refuses.Part, StringComparison.Ordinal))
        {
            Refused++;
            return refuses.Answer;
        }

        return line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 fine";
    }

    private static async Task<MimeMessage> LetterAsync(StreamReader reader)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(bytes);
    }

    [GeneratedRegex(@"/account/[\w/-]+(\?\w+=[\w-]+)?")]
    private static partial Regex Path();
}
