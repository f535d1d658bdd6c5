using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench;

/// <summary>What a bench reads out of the product's pages.</summary>
internal static partial class Pages
{
    public static Reader.Answer Ask(Load load)
    {
        using var reader = Reader.Connect(load.Server.Address);
        var answer = reader.Ask(Reader.Request(load.Path, load.Encoding));
        return answer.Status == 200 ? answer : throw new InvalidOperationException($"{load.Path}: {answer.Status}");
    }

    public static string? Encoding(Reader.Answer answer) => answer.Headers.GetValueOrDefault("Content-Encoding");

    public static string Text(Reader.Answer answer) => Text(answer.Body, Encoding(answer));

    /// <param name="encoding">As Content-Encoding names it.</param>
    public static string Text(byte[] body, string? encoding) => System.Text.Encoding.UTF8.GetString(Plain(body, encoding));

    public static byte[] Plain(byte[] body, string? encoding)
    {
        using var coded = new MemoryStream(body);
        using Stream decoded = encoding switch
        {
            "br" => new BrotliStream(coded, CompressionMode.Decompress),
            "gzip" => new GZipStream(coded, CompressionMode.Decompress),
            _ => coded,
        };
        using var plain = new MemoryStream();
        decoded.CopyTo(plain);
        return plain.ToArray();
    }

    public static string Describe(Reader.Answer answer) => $"{answer.Body.Length} bytes{(Encoding(answer) is { } encoding ? $" as {encoding}" : "")}";

    /// <summary>The address of the story that a front page leads with.</summary>
    public static string LeadStory(string front) => Headline().Match(front).Groups[1].Value;

    /// <summary>Where a list goes on; null on its last page.</summary>
    public static string? Older(string list) => Next().Match(list) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;

    [GeneratedRegex("""<h2><a href="([^"]+)">""")]
    private static partial Regex Headline();

    [GeneratedRegex("""href="([^"]+)" rel="next">""")]
    private static partial Regex Next();
}
