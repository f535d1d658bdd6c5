using NewsPortal.Redirects;
using NewsPortal.Sections;

namespace NewsPortal.PageCache;

/// <summary>
/// The address of a page as the store knows it. Path and query stay apart: a path may hold an escaped question mark, so
/// that one text of both could mean two pages.
/// </summary>
/// <param name="Path">Unescaped, without a slash at the end.</param>
/// <param name="Query">Empty, or with its question mark: only what the page depends on, in a fixed order, escaped one way.</param>
/// <param name="OldNumber">The part of the query by which the paper's former system named a page, as <c>p=12</c>.</param>
internal readonly record struct PageKey(string Path, string Query, string? OldNumber = null)
{
    /// <summary>Characters. Nobody is led to longer addresses, so whoever asks for one is not worth the memory.</summary>
    public const int Longest = 512;

    public int Length => Path.Length + Query.Length;

    /// <summary>The address exactly as it was asked for, which finds what was stored if that is its plain form.</summary>
    public static PageKey AsAsked(HttpRequest request) => new(request.Path.Value ?? "", request.QueryString.Value ?? "");

    /// <summary>The plain form of what was asked for; null when the answer is not one for everybody.</summary>
    public static PageKey? Of(HttpRequest request, Endpoint? endpoint)
    {
        if (Names(request, endpoint) is not { } names)
        {
            return null;
        }

        var path = request.Path.Value!;
        // At the root an old number was looked up before the request came here.
        var number = path == "/" ? null : RedirectsRoom.OldNumber(request);
        var key = new PageKey(path is [_, .., '/'] ? path[..^1] : path, Plain(request.Query, names), number);
        return key.Length <= Longest ? key : null;
    }

    public QueryString ToQueryString()
        => OldNumber is null ? new(Query) : new(Query.Length == 0 ? $"?{OldNumber}" : $"{Query}&{OldNumber}");

    private static IReadOnlyList<string>? Names(HttpRequest request, Endpoint? endpoint)
    {
        if (endpoint is not null)
        {
            return endpoint.Metadata.GetMetadata<StoredAttribute>()?.Query;
        }

        // Where nothing is, the answer is the same for everybody too, except in the house's own rooms.
        return Section.ReservedSlugs.Contains(FirstSegment(request.Path.Value ?? "")) ? null : [];
    }

    private static string FirstSegment(string path) => path.TrimStart('/').Split('/', 2)[0].ToLowerInvariant();

    private static string Plain(IQueryCollection asked, IReadOnlyList<string> names)
    {
        // Of a name given twice the first counts, and an empty value is none: so the pages read them too.
        var parts = names.Select(name => (Name: name, Value: asked[name] is [{ Length: > 0 } first, ..] ? first : null))
            .Where(part => part.Value is not null)
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? "" : "?" + query;
    }
}
