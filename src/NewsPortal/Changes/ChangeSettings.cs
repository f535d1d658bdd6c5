using System.Globalization;
using NewsPortal.Hosting;
using StackExchange.Redis;

namespace NewsPortal.Changes;

/// <summary>
/// How long the change feed is kept, how open pages follow it, and through what instances wake each other:
/// <c>Changes:…</c>, <c>ConnectionStrings:Redis</c>.
/// </summary>
/// <param name="PollSeconds">When a page that cannot hold a stream asks again; 0: it does not.</param>
/// <param name="StreamsPerAddress">Streams at once for one client address; 0: as many as it likes.</param>
/// <param name="MostStreams">Streams at once of this process; fewer where the system allows it fewer open files.</param>
/// <param name="Redis">Null where one instance serves the paper.</param>
public sealed record ChangeSettings(TimeSpan Kept, int PollSeconds, int StreamsPerAddress, int MostStreams, ConfigurationOptions? Redis)
{
    private static readonly Whole KeepDays = new("Changes:KeepDays", "of days", 30, 1, 3650);
    private static readonly Whole Polling = new("Changes:PollSeconds", "of seconds (0: open pages do not ask)", 5, 0, 3600);
    private static readonly Whole PerAddress = new("Changes:StreamsPerAddress", "of streams (0: no limit)", 100, 0, 1_000_000);
    private static readonly Whole OfProcess = new("Changes:MostStreams", "of streams (0: none)", 50_000, 0, 1_000_000);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static ChangeSettings Read(IConfiguration configuration)
        => new(
            TimeSpan.FromDays(KeepDays.Read(configuration)),
            Polling.Read(configuration),
            PerAddress.Read(configuration),
            OfProcess.Read(configuration),
            ReadRedis(configuration.GetConnectionString("Redis")));

    // A ring that is not heard is made up for by the next look, so nothing waits for Redis or is kept for its return.
    private static ConfigurationOptions? ReadRedis(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var options = Parse(text);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = options.AsyncTimeout = options.SyncTimeout = (int)Patience.TotalMilliseconds;
        options.ReconnectRetryPolicy = new LinearRetry((int)Patience.TotalMilliseconds);
        options.ClientName ??= "NewsPortal";
        return options;
    }

    // The driver's own message repeats the text, and that may hold a password.
    private static ConfigurationOptions Parse(string text)
    {
        try
        {
            var options = ConfigurationOptions.Parse(text);
            return options.EndPoints.Count > 0 ? options : throw new FormatException();
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or OverflowException)
        {
            throw new StartUpException(
                "ConnectionStrings:Redis cannot be read: write it as \"HOST:6379,password=PASSWORD\", or leave it out when a single instance serves the paper.");
        }
    }

    private sealed record Whole(string Name, string What, int Otherwise, int Least, int Most)
    {
        public int Read(IConfiguration configuration)
        {
            var text = configuration[Name];
            return string.IsNullOrEmpty(text) ? Otherwise
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most ? number
                : throw new StartUpException($"{Name} is \"{text}\": set it to a whole number {What} from {Least} to {Most}, or leave it out for {Otherwise}.");
        }
    }
}
