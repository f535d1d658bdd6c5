using System.Text.Json;

namespace NewsPortal.Bench.Bare;

/// <summary>An answer of the product as it went over the wire, for others to send again.</summary>
/// <param name="Headers">Without those that a server writes by itself.</param>
public sealed record KeptAnswer(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] OfServer = ["Date", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Server"];

    public static KeptAnswer Of(string path, IEnumerable<KeyValuePair<string, string>> headers, byte[] body) => new(
        path,
        headers.Where(header => !OfServer.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase),
        body);

    public static void WriteAll(string file, IEnumerable<KeptAnswer> answers) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(answers));

    public static List<KeptAnswer> ReadAll(string file) => JsonSerializer.Deserialize<List<KeptAnswer>>(File.ReadAllBytes(file))!;

    /// <summary>Without the headers named.</summary>
    public KeptAnswer Without(params string[] names)
        => this with { Headers = Headers.Where(header => !names.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary() };
}
