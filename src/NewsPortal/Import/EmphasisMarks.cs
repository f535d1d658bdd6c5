using System.Text;

namespace NewsPortal.Import;

/// <summary>
/// Turns marks of emphasis into asterisks and tildes where Markdown reads them as such, else into tags. A run of
/// asterisks opens when a letter or digit follows, or when nothing but space or punctuation stands before it; it closes by
/// the same rule mirrored (CommonMark, "left-flanking" and "right-flanking delimiter run").
/// </summary>
internal static class EmphasisMarks
{
    private const char First = '\ufdd1';
    private const char Last = '\ufdd6';

    private static readonly string[] Tags = ["em", "strong", "del"];
    private static readonly string[] Delimiters = ["*", "**", "~~"];

    /// <param name="text">With marks.</param>
    /// <param name="tags">Whether a tag may stand where a delimiter cannot; else such emphasis is left out.</param>
    public static string Resolve(string text, bool tags)
    {
        var asTags = Pairs(text).Where(pair => !CanBeMarkdown(text, pair)).SelectMany(pair => new[] { pair.Opens, pair.Closes }).ToHashSet();
        var resolved = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsMark(text[at]))
            {
                resolved.Append(text[at]);
                continue;
            }

            var kind = (text[at] - First) / 2;
            var closes = (text[at] - First) % 2 == 1;
            resolved.Append(!asTags.Contains(at) ? Delimiters[kind] : !tags ? "" : closes ? $"</{Tags[kind]}>" : $"<{Tags[kind]}>");
        }

        return resolved.ToString();
    }

    private static bool IsMark(char c) => c is >= First and <= Last;

    private static bool Opens(char c) => IsMark(c) && (c - First) % 2 == 0;

    private static bool IsStruck(char c) => (c - First) / 2 == 2;

    private static IEnumerable<(int Opens, int Closes)> Pairs(string text)
    {
        var waiting = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsMark(text[at]))
            {
                continue;
            }

            if (Opens(text[at]))
            {
                waiting.Push(at);
            }
            else if (waiting.TryPop(out var opener))
            {
                yield return (opener, at);
            }
        }
    }

    private static bool CanBeMarkdown(string text, (int Opens, int Closes) pair)
        => CanDelimit(text, pair.Opens, inward: 1) && CanDelimit(text, pair.Closes, inward: -1);

    private static bool CanDelimit(string text, int at, int inward)
    {
        var (inside, mixedInside) = Neighbour(text, at, inward);
        var (outside, mixedOutside) = Neighbour(text, at, -inward);
        if (mixedInside || mixedOutside || char.IsWhiteSpace(inside))
        {
            return false;
        }

        return char.IsLetterOrDigit(inside) || char.IsWhiteSpace(outside) || (char.IsAscii(outside) && char.IsPunctuation(outside));
    }

    /// <summary>The nearest character that is no mark. Marks that open beside marks that close would run together.</summary>
    private static (char Character, bool Mixed) Neighbour(string text, int at, int step)
    {
        var mixed = false;
        var next = at + step;
        for (; next >= 0 && next < text.Length && IsMark(text[next]); next += step)
        {
            mixed |= Opens(text[next]) != Opens(text[at]) || IsStruck(text[next]) != IsStruck(text[at]);
        }

        return (next >= 0 && next < text.Length ? text[next] : ' ', mixed);
    }
}
