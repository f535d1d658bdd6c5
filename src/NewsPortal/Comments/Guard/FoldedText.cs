using System.Globalization;
using System.Text;
using NewsPortal.Search;

namespace NewsPortal.Comments.Guard;

/// <summary>A word of a text as it is compared, and where it stands in the text.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Start">Of the first character.</param>
/// <param name="End">Behind the last.</param>
public readonly record struct FoldedWord(string Text, int Start, int End);

/// <summary>
/// A text as a list looks at it: case, dotted and dotless i, diacritics, tatweel, what is not seen and letters that look
/// like others (Unicode Technical Standard 39, section 4, those that are used for it) make no difference.
/// </summary>
public static class FoldedText
{
    // Single letters with something between them are one word that somebody spaced out.
    private const int LeastSpaced = 3;

    /// <summary>The words of a text, in their order; of letters that stand alone also the word that they make.</summary>
    public static IReadOnlyList<FoldedWord> Read(string text)
    {
        var words = Split(text);
        return [.. words, .. Spaced(words)];
    }

    /// <summary>Three or more of a letter are one: whoever stretches a word writes them.</summary>
    public static string Unstretched(string folded)
    {
        var kept = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length; at++)
        {
            var run = 1;
            while (at + run < folded.Length && folded[at + run] == folded[at])
            {
                run++;
            }

            kept.Append(folded[at], run >= 3 ? 1 : run);
            at += run - 1;
        }

        return kept.ToString();
    }

    private static List<FoldedWord> Split(string text)
    {
        var words = new List<FoldedWord>();
        var word = new StringBuilder();
        var (start, end, hasLetter) = (0, 0, false);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = IsPunctuation(rune, text.AsSpan(at + rune.Utf16SequenceLength)) ? " " : FoldRune(rune);
            if (folded == " ")
            {
                Close();
            }
            else if (folded.Length > 0)
            {
                start = word.Length == 0 ? at : start;
                word.Append(folded);
                end = at + rune.Utf16SequenceLength;
                hasLetter |= Rune.IsLetter(rune);
            }

            at += rune.Utf16SequenceLength;
        }

        Close();
        return words;

        void Close()
        {
            // A number is a number, whatever letters its digits look like.
            if (word.Length > 0 && hasLetter)
            {
                words.Add(new FoldedWord(word.ToString(), start, end));
            }

            word.Clear();
            hasLetter = false;
        }
    }

    // "casino!" ends with a mark, "cas!no" has a letter that looks like one.
    private static bool IsPunctuation(Rune rune, ReadOnlySpan<char> rest)
        => !Rune.IsLetterOrDigit(rune) && LookAlike(rune.Value) is not null && (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]));

    private static IEnumerable<FoldedWord> Spaced(List<FoldedWord> words)
    {
        for (var from = 0; from < words.Count;)
        {
            var to = from;
            while (to < words.Count && words[to].Text.Length == 1)
            {
                to++;
            }

            if (to - from >= LeastSpaced)
            {
                yield return new FoldedWord(string.Concat(words[from..to].Select(word => word.Text)), words[from].Start, words[to - 1].End);
            }

            from = Math.Max(to, from + 1);
        }
    }

    private static string FoldRune(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark || rune.Value == 0x0640)
        {
            return "";
        }

        if (LookAlike(rune.Value) is { } letter)
        {
            return letter;
        }

        var folded = Fold.Of(rune.ToString());
        return folded.Length == 0 ? " " : string.Concat(folded.EnumerateRunes().Select(part => LookAlike(part.Value) ?? part.ToString()));
    }

    private static string? LookAlike(int rune) => rune switch
    {
        '0' or 'о' or 'О' or 'ο' or 'Ο' or 'օ' => "o",
        '1' or '!' or '|' or 'і' or 'І' or 'ι' or 'Ι' => "i",
        '3' or '€' or 'е' or 'Е' or 'ё' or 'Ё' or 'ε' or 'Ε' => "e",
        '4' or '@' or 'а' or 'А' or 'α' or 'Α' => "a",
        '5' or '$' or 'ѕ' or 'Ѕ' => "s",
        '7' or 'т' or 'Т' or 'τ' or 'Τ' => "t",
        '8' or 'В' or 'в' or 'β' or 'Β' => "b",
        'с' or 'С' or 'ϲ' => "c",
        'р' or 'Р' or 'ρ' or 'Ρ' => "p",
        'х' or 'Х' or 'χ' or 'Χ' => "x",
        'у' or 'У' or 'υ' or 'Υ' => "y",
        'к' or 'К' or 'κ' or 'Κ' => "k",
        'м' or 'М' or 'Μ' => "m",
        'н' or 'Н' or 'Η' => "h",
        'ј' or 'Ј' => "j",
        'Ν' => "n",
        'ν' => "v",
        'Ζ' => "z",
        _ => null,
    };
}
