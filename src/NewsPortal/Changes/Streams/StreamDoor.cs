using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NewsPortal.Hosting;

namespace NewsPortal.Changes.Streams;

/// <summary>
/// <c>GET /changes</c> as server-sent events. It stands before MVC: a stream that is open for hours must not hold what a
/// page needs for milliseconds.
/// </summary>
internal sealed class StreamDoor(StreamFeed feed, StreamSlots slots, StreamOpening opening, StreamMeter meter)
{
    private const string Address = "/changes";
    private const string EventStream = "text/event-stream";
    private const string After = "after";
    private const int ShortestWait = 20;
    private const int LongestWait = 60;

    /// <summary>Whether a stream is wanted. Whoever names a place, and no stream, polls.</summary>
    public static bool IsFor(HttpRequest request)
        => request.Path.Equals(Address, StringComparison.OrdinalIgnoreCase) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && (Admits(request.Headers.Accept) || !request.Query.ContainsKey(After));

    public Task AnswerAsync(HttpContext http)
    {
        var network = ClientNetwork.Of(http);
        http.Response.Headers.CacheControl = "no-store";
        if (feed.News.IsOver || !slots.TryEnter(network))
        {
            return RefuseAsync(http.Response);
        }

        http.Response.ContentType = EventStream;
        // nginx would keep events back until there are enough of them.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            slots.Leave(network);
            return Task.CompletedTask;
        }

        var stream = new OpenStream(http, network, feed, slots, meter);
        _ = opening.BeginAsync(stream, PlaceOf(http.Request));
        return stream.Ended;
    }

    private static bool Admits(StringValues accept)
        => accept is [EventStream] || (MediaTypeHeaderValue.TryParseList(accept, out var types) && types.Any(type => type.Quality is not 0 && type.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase)));

    // What the browser remembers of a stream that broke is newer than what the page was made with.
    private static string? PlaceOf(HttpRequest request)
        => request.Headers["Last-Event-ID"] is [{ Length: > 0 }, ..] last ? last.ToString()
            : request.Query.TryGetValue(After, out var after) ? after.ToString() : null;

    private Task RefuseAsync(HttpResponse response)
    {
        meter.Refused();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = FormattableString.Invariant($"{Random.Shared.Next(ShortestWait, LongestWait)}");
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync("No more streams can be held here now; poll /changes?after=0 instead.");
    }
}
