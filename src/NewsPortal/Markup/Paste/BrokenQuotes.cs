using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>
/// Quotations that open one way and close another. Where a quote stands tells whether it opens or closes; pairs that any
/// language writes are left alone.
/// </summary>
internal static partial class BrokenQuotes
{
    private const string Double = "\"“”„‟«»";

    private static readonly SearchValues<char> DoubleSigns = SearchValues.Create(Double);

    private static readonly HashSet<string> Pairs = ["\"\"", "“”", "„“", "„”", "””", "«»", "»«", "»»", "„‟", "‟”"];

    public static string Mend(string line)
    {
        if (line.AsSpan().IndexOfAny(DoubleSigns) < 0 && !line.Contains('‘', StringComparison.Ordinal))
        {
            return line;
        }

        var signs = line.ToCharArray();
        var masked = Masked().Replace(line, m => new string('\0', m.Length));
        MendDouble(masked, signs);
        MendSingle(masked, signs);
        return new(signs);
    }

    private static void MendDouble(string line, char[] signs)
    {
        var open = new Stack<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (!Double.Contains(line[i], StringComparison.Ordinal) || IsInch(line, i, open))
            {
                continue;
            }

            if (Opens(line, i))
            {
                open.Push(i);
            }
            else if (Closes(line, i) && open.TryPop(out var start))
            {
                Pair(line, signs, open, start, i);
            }
        }
    }

    private static void Pair(string line, char[] signs, Stack<int> open, int start, int end)
    {
        if (Pairs.Contains($"{line[start]}{line[end]}"))
        {
            return;
        }

        if (open.TryPeek(out var outer) && Pairs.Contains($"{line[outer]}{line[end]}"))
        {
            // It closes the outer quotation; the inner one never closed.
            open.Pop();
            return;
        }

        (signs[start], signs[end]) = line[start] switch
        {
            '“' or '”' => ('“', '”'),
            '„' => ('„', '“'),
            '«' => ('«', '»'),
            '»' => ('»', '«'),
            _ => line[end] is '»' ? ('«', '»') : line[end] is '«' ? ('»', '«') : ('“', '”'),
        };
    }

    /// <summary>Only a curly opening with a straight closing, alone in its line: single quotes are apostrophes too.</summary>
    private static void MendSingle(string line, char[] signs)
    {
        var start = line.IndexOf('‘', StringComparison.Ordinal);
        if (start < 0 || !Opens(line, start) || line.IndexOf('‘', start + 1) >= 0)
        {
            return;
        }

        var ends = Enumerable.Range(start + 1, line.Length - start - 1).Where(i => line[i] is '\'' or '’' && Closes(line, i)).ToList();
        if (ends is [var end] && line[end] == '\'')
        {
            signs[end] = '’';
        }
    }

    /// <summary>“A 5" pipe”: not the end of the quotation, which comes later.</summary>
    private static bool IsInch(string line, int at, Stack<int> open)
        => line[at] == '"' && at > 0 && char.IsAsciiDigit(line[at - 1]) && open.TryPeek(out var start) && line[start] != '"'
            && line.AsSpan(at + 1).ContainsAny('”', '“', '»');

    private static bool Opens(string line, int at)
    {
        var before = at == 0 ? ' ' : line[at - 1];
        var after = at + 1 < line.Length ? line[at + 1] : ' ';
        return (char.IsWhiteSpace(before) || "([{—–-/*_>".Contains(before, StringComparison.Ordinal) || IsQuote(before))
            && !char.IsWhiteSpace(after) && !".,;:!?)]}".Contains(after, StringComparison.Ordinal);
    }

    private static bool Closes(string line, int at)
    {
        var before = at == 0 ? ' ' : line[at - 1];
        var after = at + 1 < line.Length ? line[at + 1] : ' ';
        return !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
    }

    private static bool IsQuote(char sign) => Double.Contains(sign, StringComparison.Ordinal) || sign is '\'' or '‘' or '’';

    /// <summary>Quotes of Markdown and HTML are not the writer's.</summary>
    [GeneratedRegex("""\]\([^)\n]*(?:"(?:[^"\\\n]|\\.)*")?[^)\n]*\)(?:\{[^}\n]*\})?|</?[a-zA-Z][^<>\n]*>""")]
    private static partial Regex Masked();
}
