using System.Text.RegularExpressions;
using NewsPortal.Search;

namespace NewsPortal.Markup.Paste;

/// <summary>
/// A line that says the headline once more was the caption of a picture, or the top of the page it was taken from. Small
/// differences do not matter: capitals, punctuation, how an ellipsis is written, the ending of a word.
/// </summary>
internal static partial class HeadlineEcho
{
    public static PastedCopy Resolve(PastedCopy copy, Notebook notes)
    {
        var headline = WordsOf(copy.Headline);
        var blocks = Lines.Blocks(copy.Body);
        for (var i = 0; i < blocks.Count && headline.Length >= 2; i++)
        {
            if (Lines.IsOneLine(blocks[i]) && !Structure().IsMatch(blocks[i]) && Repeats(blocks[i], headline))
            {
                i -= Resolve(blocks, i, notes) ? 1 : 0;
            }
        }

        return copy with { Body = string.Join("\n\n", blocks) };
    }

    /// <returns>True when the line is gone.</returns>
    private static bool Resolve(List<string> blocks, int at, Notebook notes)
    {
        var line = blocks[at];
        var figure = new[] { at - 1, at + 1 }.Where(i => i >= 0 && i < blocks.Count && Uncaptioned().IsMatch(blocks[i])).Take(1).ToList();
        if (figure is [var beside])
        {
            var caption = Marks().Replace(line, "").Trim().Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            var captioned = Uncaptioned().Replace(blocks[beside], $"$1 \"{caption.Replace("$", "$$", StringComparison.Ordinal)}\"$2");
            if (!notes.Accept(CleanupKind.Caption, line, captioned))
            {
                return false;
            }

            blocks[beside] = captioned;
        }
        else if (!notes.Accept(CleanupKind.RepeatedHeadline, line, ""))
        {
            return false;
        }

        blocks.RemoveAt(at);
        return true;
    }

    private static bool Repeats(string line, string[] headline)
    {
        var words = WordsOf(line);
        if (words.Length == headline.Length)
        {
            var different = words.Zip(headline).Where(p => p.First != p.Second).ToList();
            return different.Count == 0
                || (words.Length >= 3 && different.Count <= Math.Max(1, words.Length / 4) && different.All(p => DifferInEnding(p.First, p.Second)));
        }

        return IsCutShort(line, words, headline);
    }

    /// <summary>"The storm gate fails to…" of a longer headline.</summary>
    private static bool IsCutShort(string line, string[] words, string[] headline)
        => Ellipsis().IsMatch(line) && words.Length >= 4 && words.Length < headline.Length
            && words.AsSpan(..^1).SequenceEqual(headline.AsSpan(..(words.Length - 1))) && headline[words.Length - 1].StartsWith(words[^1], StringComparison.Ordinal);

    private static bool DifferInEnding(string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= 3 && Math.Max(a.Length, b.Length) - shared <= 3;
    }

    private static string[] WordsOf(string line)
        => Fold.Of(Apostrophes().Replace(line, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A picture, a quote, a list, a table: a line with a job of its own.</summary>
    [GeneratedRegex(@"^\s*(?:!\[|>|[-+]\s|\*\s|\d{1,9}[.)]\s|\||:::|```|~~~|\[)")]
    private static partial Regex Structure();

    [GeneratedRegex(@"^(!\[[^\]\n]*\]\([^)\s""]+)(\)(?:\{[^}\n]*\})?)$")]
    private static partial Regex Uncaptioned();

    [GeneratedRegex(@"^\s*\#{1,6}\s+|^[*_]{1,3}|[*_]{1,3}$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?:…|\.\.\.)\W*$")]
    private static partial Regex Ellipsis();

    [GeneratedRegex("['’‘ʼ]")]
    private static partial Regex Apostrophes();
}
