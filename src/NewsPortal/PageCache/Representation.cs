using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsPortal.PageCache;

/// <summary>A page in one encoding: its bytes, and every header that goes with them, ready to be copied.</summary>
internal sealed class Representation
{
    // Of an answer without a body, what describes the body is left out: RFC 9110, section 15.4.5.
    private static readonly string[] OfBody = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage];

    // Good enough that a better one saves under a tenth, at a fifth of its cost: pages are compressed while readers wait.
    private const int BrotliQuality = 6;
    private const int BrotliWindow = 22;

    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly KeyValuePair<string, StringValues>[] headersAlone;

    private Representation(byte[] body, string tag, IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        (Body, Tag) = (body, tag);
        this.headers = [.. headers, new(HeaderNames.ETag, tag)];
        headersAlone = [.. this.headers.Where(header => !OfBody.Contains(header.Key, StringComparer.OrdinalIgnoreCase))];
    }

    public byte[] Body { get; }

    /// <summary>Strong, with its quotes: another encoding of the same page has another (RFC 9110, section 8.8.3.3).</summary>
    public string Tag { get; }

    /// <summary>Bytes of memory, about. The headers' texts are mostly shared with other pages.</summary>
    public int Size => Body.Length + (2 * 24 * headers.Length) + (2 * Tag.Length);

    /// <summary>The three encodings of a body; only identity where there is no body.</summary>
    public static (Representation Identity, Representation? Gzip, Representation? Brotli) OfBody3(
        byte[] body, IReadOnlyCollection<KeyValuePair<string, StringValues>> headers)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        return body.Length == 0
            ? (new(body, $"\"{hash}\"", headers), null, null)
            : (new(body, $"\"{hash}\"", headers), Encoded(Gzip(body), "gzip", $"\"{hash}-gz\"", headers), Encoded(Brotli(body), "br", $"\"{hash}-br\"", headers));
    }

    public void CopyHeaders(IHeaderDictionary to, bool ofBody)
    {
        foreach (var (name, value) in ofBody ? headers : headersAlone)
        {
            to[name] = value;
        }
    }

    private static Representation Encoded(byte[] body, string encoding, string tag, IReadOnlyCollection<KeyValuePair<string, StringValues>> headers)
        => new(body, tag, [.. headers, new(HeaderNames.ContentEncoding, encoding)]);

    private static byte[] Gzip(byte[] body)
    {
        using var small = new MemoryStream(body.Length / 3);
        using (var zip = new GZipStream(small, CompressionLevel.Optimal))
        {
            zip.Write(body);
        }

        return small.ToArray();
    }

    private static byte[] Brotli(byte[] body)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, room, out var length, BrotliQuality, BrotliWindow)
                ? room[..length]
                : throw new InvalidOperationException("A page did not fit into the room that the encoder itself asked for.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
