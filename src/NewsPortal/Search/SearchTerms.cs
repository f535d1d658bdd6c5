using System.Buffers;

namespace NewsPortal.Search;

/// <summary>Reads the terms out of a line.</summary>
internal static class SearchTerms
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");
    private static readonly SearchValues<char> Minuses = SearchValues.Create("-−–");

    public static IEnumerable<SearchTerm> Read(string line)
    {
        var at = 0;
        while (at < line.Length)
        {
            if (line[at] == ' ')
            {
                at++;
                continue;
            }

            var isExcluded = Minuses.Contains(line[at]);
            at += isExcluded ? 1 : 0;
            var isQuoted = at < line.Length && Quotes.Contains(line[at]);
            at += isQuoted ? 1 : 0;
            var end = isQuoted ? line.AsSpan(at).IndexOfAny(Quotes) : line.AsSpan(at).IndexOf(' ');
            var chunk = end < 0 ? line[at..] : line[at..(at + end)];
            at += chunk.Length + (isQuoted ? 1 : 0);
            if (Fold.Of(chunk) is { Length: > 0 } folded)
            {
                yield return new SearchTerm(folded, isQuoted, isExcluded);
            }
        }
    }
}
