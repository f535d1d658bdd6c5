using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsPortal.Changes.Streams;

/// <summary>Server-sent events as they go over the wire: HTML Living Standard, section 9.2.5.</summary>
internal static class EventFrame
{
    private const int ShortestRetry = 1000;
    private const int LongestRetry = 4000;
    private const int RetryStep = 50;

    /// <summary>As the JSON twin, but letters stay letters: nothing of it ever stands in HTML.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] PingBytes = "event: ping\ndata:\n\n"u8.ToArray();

    private static readonly byte[][] Retries =
    [
        .. Enumerable.Range(0, ((LongestRetry - ShortestRetry) / RetryStep) + 1)
            .Select(step => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {ShortestRetry + (step * RetryStep)}\n\n"))),
    ];

    public static ReadOnlyMemory<byte> Ping => PingBytes;

    /// <summary>After how long to come back: not all at the same time.</summary>
    public static ReadOnlyMemory<byte> Retry => Retries[Random.Shared.Next(Retries.Length)];

    public static byte[] Of(Change change) => Of("change", change.Seq, ChangeLine.Of(change));

    /// <param name="last">What comes next comes after it.</param>
    /// <param name="isPlace">Whether whoever reads this has everything up to there, and so may resume after it.</param>
    /// <param name="startOver">What came after the place asked for is not known: load anew what is shown.</param>
    /// <param name="now">UTC.</param>
    public static byte[] Hello(long last, bool isPlace, bool startOver, DateTime now)
        => Of("hello", isPlace ? last : null, new HelloData(last, startOver, now));

    public static byte[] Of(string name, long? id, object data)
    {
        var head = id is null ? $"event: {name}\ndata: " : string.Create(CultureInfo.InvariantCulture, $"event: {name}\nid: {id}\ndata: ");
        // One line always: JSON escapes line ends.
        return [.. Encoding.UTF8.GetBytes(head), .. JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), Json), .. "\n\n"u8];
    }

    private sealed record HelloData(long Last, bool StartOver, DateTime Now);
}
