using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Feeds;

/// <summary>A WebSub hub on the loopback that notes what it is told.</summary>
public sealed class HubServer : IAsyncDisposable
{
    private readonly int port = RedisServer.FreePort();
    private readonly List<IReadOnlyList<string>> pings = [];
    private WebApplication? app;

    public string Address => $"http://127.0.0.1:{port}/hub?of=us";

    /// <summary>What it answers; it counts as told with 2xx only.</summary>
    public int Answer { get; set; } = StatusCodes.Status202Accepted;

    public int Refused { get; private set; }

    /// <summary>Paths of the feeds, one list per request.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Pings
    {
        get
        {
            lock (pings)
            {
                return [.. pings];
            }
        }
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.Run(HearAsync);
        await app.StartAsync();
    }

    /// <returns>The requests from the first on, as soon as there are so many, and none more within a moment.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ToldAsync(int count, Action? meanwhile = null)
    {
        for (var since = Environment.TickCount64; Pings.Count < count && Environment.TickCount64 - since < 20_000;)
        {
            meanwhile?.Invoke();
            await Task.Delay(50);
        }

        await Task.Delay(1200);
        Assert.Equal(count, Pings.Count);
        return Pings;
    }

    public async Task RefusesAsync()
    {
        for (var since = Environment.TickCount64; Refused == 0 && Environment.TickCount64 - since < 20_000;)
        {
            await Task.Delay(50);
        }

        Assert.NotEqual(0, Refused);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private async Task HearAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        context.Response.StatusCode = Answer;
        if (Answer is < 200 or > 299)
        {
            Refused++;
            context.Response.Headers.Location = "/elsewhere";
            return;
        }

        Assert.Equal(("POST", "/hub", "?of=us"), (context.Request.Method, context.Request.Path.Value, context.Request.QueryString.Value));
        Assert.Equal("publish", form["hub.mode"]);
        lock (pings)
        {
            pings.Add([.. form["hub.url"].Select(url => new Uri(url!).AbsolutePath).Order(StringComparer.Ordinal)]);
        }
    }
}
