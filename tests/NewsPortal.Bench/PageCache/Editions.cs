using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench.PageCache;

/// <summary>
/// Tells which edition of a story a body is, by the number in its headline. A body is decoded once: whoever gets the same
/// bytes again knows them by their hash.
/// </summary>
internal sealed partial class Editions(string? encoding)
{
    private readonly ConcurrentDictionary<(long Length, int Hash), int> known = new();

    public static string Headline(int number) => string.Create(CultureInfo.InvariantCulture, $"Edition {number} of the evening");

    /// <exception cref="InvalidOperationException">It is no whole page of the story.</exception>
    public int Of(MemoryStream body)
    {
        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        var hash = new HashCode();
        hash.AddBytes(bytes);
        var key = (body.Length, hash.ToHashCode());
        if (!known.TryGetValue(key, out var number))
        {
            known[key] = number = Read(bytes.ToArray());
        }

        return number;
    }

    private int Read(byte[] body)
    {
        var page = Pages.Text(body, encoding);
        var headline = HeadlineOnPage().Match(page);
        return headline.Success && page.TrimEnd().EndsWith("</html>", StringComparison.Ordinal)
            ? int.Parse(headline.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("A page is not whole.");
    }

    [GeneratedRegex(@"<h1>Edition (\d+) of")]
    private static partial Regex HeadlineOnPage();
}
