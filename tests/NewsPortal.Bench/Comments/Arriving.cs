using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsPortal.Bench.Comments;

/// <summary>Readers who send comments, so many a second whatever the answers take, each from a network of their own.</summary>
internal sealed class Arriving : IAsyncDisposable
{
    /// <summary>The process is told where its readers are by a proxy that it trusts.</summary>
    public const string Setting = "--Hosting:TrustedProxies=127.0.0.0/8";

    private readonly HttpClient http;
    private readonly IReadOnlyList<int> stories;
    private readonly CancellationTokenSource over = new();
    private readonly List<Task> sent = [];
    private readonly List<double> times = [];
    private readonly Task? running;
    private int number;

    public Arriving(Child server, IReadOnlyList<int> stories, double perSecond = 0)
    {
        this.stories = stories;
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://{server.Address}") };
        running = perSecond > 0 ? Task.Run(() => RunAsync(TimeSpan.FromSeconds(1 / perSecond))) : null;
    }

    public int Failed { get; private set; }

    /// <summary>Of each, in microseconds, since the last time it was asked for.</summary>
    public List<double> Take()
    {
        lock (times)
        {
            List<double> taken = [.. times];
            times.Clear();
            return taken;
        }
    }

    public async Task SendAsync()
    {
        var mine = Interlocked.Increment(ref number);
        var clock = Stopwatch.StartNew();
        using var answer = await PostAsync(mine, string.Create(CultureInfo.InvariantCulture, $"I stood at the gate at {mine} and saw *no* boat; {Guid.NewGuid():N} was the number on my ticket."));
        lock (times)
        {
            times.Add(clock.Elapsed.TotalMicroseconds);
            Failed += answer.IsSuccessStatusCode ? 0 : 1;
        }
    }

    /// <returns>The number of the comment.</returns>
    public async Task<int> SendAsync(string body)
    {
        using var answer = await PostAsync(Interlocked.Increment(ref number), body);
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return told.RootElement.GetProperty("id").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await (running ?? Task.CompletedTask);
        http.Dispose();
        over.Dispose();
    }

    private async Task RunAsync(TimeSpan pause)
    {
        using var timer = new PeriodicTimer(pause);
        try
        {
            while (await timer.WaitForNextTickAsync(over.Token))
            {
                sent.Add(SendAsync());
                sent.RemoveAll(one => one.IsCompletedSuccessfully);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sent);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(int mine, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/comments")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["articleId"] = stories[mine % stories.Count].ToString(CultureInfo.InvariantCulture),
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Caller {mine}"),
                ["body"] = body,
            }),
        };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{(mine >> 16) & 255}.{(mine >> 8) & 255}.{mine & 255}"));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Accept.ParseAdd("application/json");
        return await http.SendAsync(request);
    }
}
