using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace NewsPortal.Changes;

/// <summary>
/// Rings the bells of the paper's other instances. A message says no more than "look": while Redis is slow, gone or
/// emptied, the others find the same changes at their next look.
/// </summary>
internal sealed partial class RedisBell(ConfigurationOptions options, ChangeBell bell, Site site, ILogger<RedisBell> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly RedisChannel channel = RedisChannel.Literal($"newsportal:changes:{Paper(site.Url)}");
    private readonly RedisValue me = Guid.NewGuid().ToString("N");
    private volatile ISubscriber? line;
    private int isCut;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bell.RungHere += Publish;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure)
            {
                TellCut(failure);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        bell.RungHere -= Publish;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is not reached; changes take up to a second to get to other instances until it is.")]
    private partial void LogCut(Exception? failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is reached again.")]
    private partial void LogBack();

    // Papers may share a Redis.
    private static string Paper(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 8));

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        redis.ConnectionFailed += (_, cut) =>
        {
            if (!stop.IsCancellationRequested)
            {
                TellCut(cut.Exception);
            }
        };
        redis.ConnectionRestored += (_, _) => TellBack();
        if (!redis.IsConnected)
        {
            TellCut(null);
        }

        line = redis.GetSubscriber();
        // Kept by the driver, and made again whenever it has connected anew.
        await line.SubscribeAsync(channel, (_, from) => Hear(from), CommandFlags.FireAndForget);
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        line = null;
    }

    private void Hear(RedisValue from)
    {
        if (from != me)
        {
            bell.Ring();
        }
    }

    private void Publish()
    {
        try
        {
            _ = line?.PublishAsync(channel, me, CommandFlags.FireAndForget);
        }
        catch (Exception failure)
        {
            TellCut(failure);
        }
    }

    private void TellCut(Exception? failure)
    {
        if (Interlocked.Exchange(ref isCut, 1) == 0)
        {
            LogCut(failure);
        }
    }

    private void TellBack()
    {
        if (Interlocked.Exchange(ref isCut, 0) == 1)
        {
            LogBack();
        }
    }
}
