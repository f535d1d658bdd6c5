using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsPortal.Tests.Support;

/// <summary>A reader who holds a stream of <c>/changes</c> open and reads it event by event.</summary>
public sealed class Listener : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;

    private Listener(HttpResponseMessage answer, Stream stream) => (this.answer, lines) = (answer, new StreamReader(stream, Encoding.UTF8));

    public HttpResponseMessage Answer => answer;

    /// <summary>What a browser would send when it comes back.</summary>
    public string? LastId { get; private set; }

    /// <summary>What it was told last of how long to stay away, in milliseconds.</summary>
    public int? Retry { get; private set; }

    /// <param name="after">What the page was made with.</param>
    /// <param name="lastId">What the browser remembers of a stream that broke.</param>
    public static async Task<Listener> OpenAsync(HttpClient browser, string? after = null, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, after is null ? "/changes" : $"/changes?after={after}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
        }

        var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
        return new Listener(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Opens one that was let in, and takes its greeting.</summary>
    public static async Task<(Listener Listener, JsonElement Hello)> GreetedAsync(HttpClient browser, string? after = null, string? lastId = null)
    {
        var listener = await OpenAsync(browser, after, lastId);
        Assert.Equal(HttpStatusCode.OK, listener.Answer.StatusCode);
        var hello = await listener.NextAsync();
        Assert.Equal("hello", hello!.Name);
        Assert.Equal("flashes", (await listener.NextAsync())!.Name);
        return (listener, hello.Json);
    }

    /// <summary>The next thing that it is told; a ping comes at any time, and is none unless asked for.</summary>
    /// <returns>Null when the stream has ended.</returns>
    public async Task<ServerEvent?> NextAsync(bool orPing = false)
    {
        var next = await ReadAsync();
        while (next?.Name == "ping" && !orPing)
        {
            next = await ReadAsync();
        }

        return next;
    }

    /// <summary>The numbers of the next changes, and nothing but changes and what stands on every page comes before them.</summary>
    public async Task<IReadOnlyList<long>> SeqsAsync(int count)
    {
        List<long> seqs = [];
        while (seqs.Count < count && await NextAsync() is { } next)
        {
            if (next.Name == "change")
            {
                Assert.Equal(next.Id, next.Json.GetProperty("seq").GetRawText());
                seqs.Add(next.Json.GetProperty("seq").GetInt64());
            }
        }

        return seqs;
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }

    private async Task<ServerEvent?> ReadAsync()
    {
        var (name, id, data) = ("message", default(string), default(string));
        while (await lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            var (field, value) = line.Split(':', 2) is [var first, var rest] ? (first, rest.TrimStart(' ')) : (line, "");
            switch (field)
            {
                case "event":
                    name = value;
                    break;
                case "id":
                    id = value;
                    break;
                case "data":
                    data = value;
                    break;
                case "retry":
                    Retry = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case "" when data is not null:
                    LastId = id ?? LastId;
                    return new ServerEvent(name, id, data);
                default:
                    Assert.Equal("", line);
                    break;
            }
        }

        return null;
    }
}

public sealed record ServerEvent(string Name, string? Id, string Data)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Data);
}
