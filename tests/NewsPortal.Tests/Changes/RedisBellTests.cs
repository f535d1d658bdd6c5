using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Changes;
using NewsPortal.Hosting;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes;

/// <summary>Two instances of one paper, and a Redis that comes and goes.</summary>
public sealed class RedisBellTests : IAsyncLifetime
{
    private static readonly TimeSpan Always = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quickly = TimeSpan.FromMilliseconds(400);

    private readonly Recorder told = new();
    private readonly RedisServer redis = new();
    private readonly Newsroom here;
    private readonly Newsroom there;
    private Section section = null!;
    private int stories;

    public RedisBellTests()
    {
        here = new Newsroom(("ConnectionStrings:Redis", redis.Address));
        there = new Newsroom(("ConnectionStrings:Redis", redis.Address), ("ConnectionStrings:News", here.Database.ConnectionString))
        {
            Guests = services => services.AddSingleton<IChangeFollower>(told),
        };
    }

    public static TheoryData<string> Unreadable => ["redis:6379,nonsense=1,password=secret", "password=secret", "redis:6379,connectTimeout=soon,password=secret", ","];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Two databases at once are two SQLite files.");
        section = await here.SectionAsync();
        _ = there.Services;
    }

    public async ValueTask DisposeAsync()
    {
        await there.DisposeAsync();
        await here.DisposeAsync();
        redis.Dispose();
    }

    [Fact]
    public async Task Redis_takes_the_ring_to_the_other_instance_at_once()
    {
        await redis.StartAsync();
        await redis.UntilHeardAsync("newsportal:*", 2);
        await AssertQuickAsync();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Whatever_happens_to_Redis_changes_arrive_and_nobody_is_told()
    {
        await AssertArrivesAsync("Redis is not there yet");

        await redis.StartAsync();
        await redis.UntilHeardAsync("newsportal:*", 2);
        await AssertQuickAsync();

        await redis.AskAsync("CLIENT PAUSE 4000 ALL");
        await AssertArrivesAsync("Redis is slow");
        await AssertArrivesAsync("Redis is slow still");

        await Task.Delay(4000);
        await redis.AskAsync("FLUSHALL");
        await redis.UntilHeardAsync("newsportal:*", 2);
        await AssertQuickAsync();

        redis.Kill();
        await AssertArrivesAsync("Redis was killed");
        await AssertArrivesAsync("Redis is gone");

        await redis.StartAsync();
        await redis.UntilHeardAsync("newsportal:*", 2);
        await AssertQuickAsync();
    }

    [Fact]
    public async Task A_Redis_that_takes_calls_and_never_answers_delays_neither_the_start_nor_a_write()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        using var without = new Newsroom();
        using var newsroom = new Newsroom(("ConnectionStrings:Redis", mute.LocalEndpoint.ToString()!));
        var usual = await StartAndWriteAsync(without);
        Assert.InRange(await StartAndWriteAsync(newsroom), TimeSpan.Zero, usual + TimeSpan.FromSeconds(3));
        await newsroom.Reader().PageAsync("/world");
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void An_address_that_cannot_be_read_stops_the_start_in_a_sentence_that_does_not_repeat_it(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Redis", address)]).Build();
        var stop = Assert.Throws<StartUpException>(() => ChangeSettings.Read(configuration));
        Assert.StartsWith("ConnectionStrings:Redis cannot be read", stop.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", stop.ToString(), StringComparison.Ordinal);
    }

    private static async Task<TimeSpan> StartAndWriteAsync(Newsroom newsroom)
    {
        var time = Stopwatch.StartNew();
        _ = newsroom.Services;
        await newsroom.SectionAsync();
        return time.Elapsed;
    }

    private async Task AssertArrivesAsync(string when)
    {
        var took = await PublishAsync();
        Assert.True(took <= Always, $"{when}: {took.TotalMilliseconds} ms");
        Assert.Equal(HttpStatusCode.OK, (await here.Reader().GetAsync("/world")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.Reader().GetAsync("/world")).StatusCode);
    }

    // Without Redis half of them would take more than half a second.
    private async Task AssertQuickAsync()
    {
        var took = new List<TimeSpan>();
        for (var times = 0; times < 9; times++)
        {
            took.Add(await PublishAsync());
        }

        Assert.True(took.Order().ElementAt(took.Count / 2) <= Quickly, string.Join(' ', took.Select(time => time.TotalMilliseconds)));
    }

    /// <returns>How long it took from before the write until the other instance knew.</returns>
    private async Task<TimeSpan> PublishAsync()
    {
        var (time, known) = (Stopwatch.StartNew(), told.Told.Count);
        await here.PublishAsync(Some.CopyFor(section, $"Story {++stories}"));
        await told.UntilAsync(known + 1);
        Assert.Equal(known + 1, told.Told.Count);
        return time.Elapsed;
    }
}
