using System.Globalization;
using NewsPortal.Hosting;
using StackExchange.Redis;

namespace NewsPortal.Changes;

/// <summary>How long the change feed is kept, and through what instances wake each other: <c>Changes:KeepDays</c>, <c>ConnectionStrings:Redis</c>.</summary>
/// <param name="Redis">Null where one instance serves the paper.</param>
internal sealed record ChangeSettings(TimeSpan Kept, ConfigurationOptions? Redis)
{
    private const int KeepDays = 30;
    private const int MostDays = 3650;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static ChangeSettings Read(IConfiguration configuration)
        => new(TimeSpan.FromDays(ReadDays(configuration["Changes:KeepDays"])), ReadRedis(configuration.GetConnectionString("Redis")));

    private static int ReadDays(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return KeepDays;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays
            ? days
            : throw new StartUpException($"Changes:KeepDays is \"{text}\": set it to a whole number of days from 1 to {MostDays}, or leave it out for {KeepDays}.");
    }

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
}
