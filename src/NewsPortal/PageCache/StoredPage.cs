using Microsoft.Extensions.Primitives;

namespace NewsPortal.PageCache;

/// <summary>One whole answer as it goes over the wire, in each encoding. Nothing of it ever changes.</summary>
internal sealed class StoredPage(int status, Representation identity, Representation? gzip, Representation? brotli)
{
    // What the objects, the queues and the index cost besides the bytes, about.
    private const int Overhead = 1024;
    private const int TagOverhead = 96;

    private static readonly int[] Kept =
    [
        StatusCodes.Status200OK, StatusCodes.Status301MovedPermanently, StatusCodes.Status404NotFound, StatusCodes.Status410Gone,
    ];

    public int Status => status;

    public required IReadOnlyCollection<string> Tags { get; init; }

    public required DateTime TrueUntilUtc { get; init; }

    /// <summary>The <see cref="ChangeMark"/> from before it was made.</summary>
    public required StringValues TrueTo { get; init; }

    /// <summary>Its Last-Modified.</summary>
    public required DateTimeOffset? Modified { get; init; }

    /// <summary>Whether it is an answer to keep; another is handed to those who wait for it and forgotten.</summary>
    public bool IsLasting => Kept.Contains(status);

    /// <summary>Bytes of memory, about.</summary>
    public int Size => Overhead + (TagOverhead * Tags.Count) + identity.Size + (gzip?.Size ?? 0) + (brotli?.Size ?? 0);

    /// <param name="trueTo">The <see cref="ChangeMark"/> up to which nothing has touched it.</param>
    public Task SendAsync(HttpContext context, StringValues trueTo)
    {
        var (request, response) = (context.Request, context.Response);
        var chosen = Choose(AcceptedEncoding.Choose(request.Headers.AcceptEncoding));
        response.StatusCode = status == StatusCodes.Status200OK ? Precondition.Weigh(request.Headers, chosen.Tag, Modified) : status;
        var whole = response.StatusCode == status;
        chosen.CopyHeaders(response.Headers, whole);
        response.Headers[ChangeMark.Header] = trueTo;
        if (response.StatusCode != StatusCodes.Status304NotModified)
        {
            response.ContentLength = whole ? chosen.Body.Length : 0;
        }

        return whole && chosen.Body.Length > 0 && !HttpMethods.IsHead(request.Method)
            ? response.BodyWriter.WriteAsync(chosen.Body, context.RequestAborted).AsTask()
            : Task.CompletedTask;
    }

    private Representation Choose(PageEncoding encoding) => encoding switch
    {
        PageEncoding.Brotli => brotli ?? identity,
        PageEncoding.Gzip => gzip ?? identity,
        _ => identity,
    };
}
