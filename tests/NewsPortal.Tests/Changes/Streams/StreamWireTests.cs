using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Changes;
using NewsPortal.Changes.Streams;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes.Streams;

/// <summary>Streams over real connections, where readers are slow, leave without a word, or come through a proxy.</summary>
public sealed class StreamWireTests : IAsyncLifetime
{
    private readonly Newsroom newsroom = new(("Hosting:TrustedProxies", "127.0.0.1"), ("Changes:StreamsPerAddress", "3"));

    private StreamSlots Slots => newsroom.Services.GetRequiredService<StreamSlots>();

    private Uri Server => newsroom.ClientOptions.BaseAddress;

    public ValueTask InitializeAsync()
    {
        newsroom.UseKestrel(0);
        newsroom.StartServer();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task Who_leaves_without_a_word_is_forgotten_at_once()
    {
        using (var client = await AskAsync())
        {
            await UntilAsync(() => Slots.Count == 1);
        }

        await UntilAsync(() => Slots.Count == 0);
    }

    [Fact]
    public async Task Who_does_not_read_is_dropped_holds_up_nobody_and_resumes_where_they_were()
    {
        using var slow = await AskAsync(receive: 4096);
        await UntilAsync(() => Slots.Count == 1);
        using var browser = Browser();
        var (quick, _) = await Listener.GreetedAsync(browser);
        var told = 0;
        for (; Slots.Count == 2; told++)
        {
            Assert.True(told < 1000, "It was never dropped.");
            await TellAsync(100_000);
            Assert.Equal([told + 1], await quick.SeqsAsync(1));
        }

        var (back, hello) = await Listener.GreetedAsync(browser, lastId: "1");
        Assert.False(hello.GetProperty("startOver").GetBoolean());
        Assert.Equal(Enumerable.Range(2, told - 1).Select(seq => (long)seq), await back.SeqsAsync(told - 1));
        quick.Dispose();
        back.Dispose();
    }

    [Fact]
    public async Task Each_client_behind_a_trusted_proxy_has_streams_of_its_own_and_a_network_of_IPv6_is_one_client()
    {
        List<Socket> open = [];
        for (var number = 0; number < 3; number++)
        {
            open.Add(await AskAsync($"X-Forwarded-For: 2001:db8:0:1::{number}"));
        }

        await UntilAsync(() => Slots.Count == 3);
        using var fourth = await AskAsync("X-Forwarded-For: 2001:db8:0:1:ffff::1");
        Assert.StartsWith("HTTP/1.1 503", await ReadAsync(fourth), StringComparison.Ordinal);
        using var neighbour = await AskAsync("X-Forwarded-For: 2001:db8:0:2::1");
        Assert.StartsWith("HTTP/1.1 200", await ReadAsync(neighbour), StringComparison.Ordinal);
        open.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_client_of_HTTP_1_0_is_told_too()
    {
        using var old = await AskAsync(version: "1.0");
        Assert.Contains("event: hello", await ReadUntilAsync(old, "event: flashes"), StringComparison.Ordinal);
        await TellAsync(1);
        Assert.Contains("event: change\nid: 1\n", await ReadUntilAsync(old, "id: 1\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_and_health_are_served_while_many_listen()
    {
        using var wide = new Newsroom(("Changes:StreamsPerAddress", "0"));
        wide.UseKestrel(0);
        wide.StartServer();
        List<Socket> open = [];
        for (var number = 0; number < 1000; number++)
        {
            open.Add(await AskAsync(wide.ClientOptions.BaseAddress));
        }

        await UntilAsync(() => wide.Services.GetRequiredService<StreamSlots>().Count == 1000);
        using var browser = new HttpClient { BaseAddress = wide.ClientOptions.BaseAddress };
        foreach (var path in new[] { "/readyz", "/healthz", "/" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        }

        await TellAsync(1, wide);
        foreach (var socket in open)
        {
            Assert.Contains("event: change\nid: 1\n", await ReadUntilAsync(socket, "id: 1\n"), StringComparison.Ordinal);
            socket.Dispose();
        }
    }

    [Fact]
    public async Task When_the_process_stops_streams_end_with_a_time_to_come_back_and_hold_nothing_up()
    {
        using var deaf = await AskAsync(receive: 4096);
        using var first = await AskAsync();
        Assert.Contains("event: hello", await ReadUntilAsync(first, "flashes"), StringComparison.Ordinal);
        var since = Environment.TickCount64;
        await newsroom.DisposeAsync();
        Assert.InRange(Environment.TickCount64 - since, 0, 5000);
        Assert.Matches(@"^[0-9a-f]+\r\nretry: [1-4]\d{3}\n\n\r\n0\r\n\r\n$", await ReadToEndAsync(first));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Who_hears_nothing_for_long_is_pinged()
    {
        using var browser = Browser();
        using var listener = (await Listener.GreetedAsync(browser)).Listener;
        await Task.Delay(TimeSpan.FromSeconds(StreamPump.PingSeconds - 9));
        var ping = await listener.NextAsync(orPing: true);
        Assert.Equal(("ping", "", null), (ping!.Name, ping.Data, ping.Id));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_real_nginx_holds_nothing_back_and_names_the_client()
    {
        Assert.SkipUnless(Nginx.IsInstalled, "nginx is not installed.");
        await using var nginx = await Nginx.BeforeAsync(Server);
        using var browser = new HttpClient { BaseAddress = nginx.Address };
        var (listener, _) = await Listener.GreetedAsync(browser);
        Assert.Equal("text/event-stream", listener.Answer.Content.Headers.ContentType!.ToString());
        for (var number = 1; number <= 10; number++)
        {
            var since = Environment.TickCount64;
            await TellAsync(1);
            Assert.Equal([number], await listener.SeqsAsync(1));
            Assert.InRange(Environment.TickCount64 - since, 0, 5000);
        }

        listener.Dispose();
        await UntilAsync(() => Slots.Count == 0);
    }

    private HttpClient Browser() => new() { BaseAddress = Server };

    private async Task TellAsync(int length, Newsroom? where = null)
    {
        await (where ?? newsroom).WithDbAsync(async db =>
        {
            db.Add(new Change { Kind = ChangeKind.Updated, Subject = "article:1", Payload = new string('x', length), AtUtc = Some.Noon });
            return await db.SaveChangesAsync();
        });
        await (where ?? newsroom).Services.GetRequiredService<ChangeBell>().LookAsync();
    }

    private Task<Socket> AskAsync(string? header = null, int? receive = null, string version = "1.1") => AskAsync(Server, header, receive, version);

    private static async Task<Socket> AskAsync(Uri server, string? header = null, int? receive = null, string version = "1.1")
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        if (receive is { } bytes)
        {
            socket.ReceiveBufferSize = bytes;
        }

        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET /changes HTTP/{version}\r\nHost: localhost\r\n{(header is null ? "" : $"{header}\r\n")}\r\n")));
        return socket;
    }

    private static Task<string> ReadAsync(Socket socket) => ReadUntilAsync(socket, "\r\n\r\n");

    private static async Task<string> ReadUntilAsync(Socket socket, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!text.ToString().Contains(what, StringComparison.Ordinal) && await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var read)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static Task<string> ReadToEndAsync(Socket socket) => ReadUntilAsync(socket, "never");

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var patience = 0; !isSo(); patience++)
        {
            Assert.True(patience < 200, "It was not so within ten seconds.");
            await Task.Delay(50);
        }
    }
}
