using System.Globalization;

namespace NewsPortal.Comments.Guard;

/// <summary>How a listed word was recognised. Each has a word <c>hit.{name}</c>.</summary>
public enum HitKind
{
    Plain,

    /// <summary>With other letters that look the same, or marks on or between them.</summary>
    Disguised,

    /// <summary>With more of a letter than the word has.</summary>
    Stretched,
}

/// <summary>A listed word in a text.</summary>
/// <param name="Listed">As it stands on the list.</param>
/// <param name="Start">In the text, of the first character.</param>
/// <param name="Length">In the text.</param>
public sealed record WordHit(string Listed, int Start, int Length, HitKind Kind);

/// <summary>A word of a text, ready to be compared with many.</summary>
/// <param name="Plain">See <see cref="FoldedText.Unstretched"/>.</param>
internal readonly record struct ReadWord(FoldedWord Folded, string Plain);

/// <summary>A listed word, ready to be looked for.</summary>
public sealed class WordPattern
{
    /// <summary>Letters that a listed word has at least.</summary>
    public const int Least = 3;

    private readonly string listed;
    private readonly bool isStem;
    private readonly (string Text, string Plain)[] words;

    private WordPattern(string listed)
    {
        this.listed = listed;
        isStem = listed.EndsWith('*');
        words = [.. FoldedText.Read(listed.TrimEnd('*')).Where(word => word.Text.Length > 0).Select(word => (word.Text, FoldedText.Unstretched(word.Text)))];
    }

    /// <summary>Letters that are compared.</summary>
    public int Length => words.Sum(word => word.Text.Length);

    /// <summary>A text has this word where the pattern begins; null: any that begins with <see cref="Initial"/>.</summary>
    internal string? Beginning => isStem && words.Length == 1 ? null : words[0].Plain;

    internal char Initial => words[0].Text[0];

    public static WordPattern Of(string listed) => new(listed);

    /// <summary>What it finds at one place; null: nothing.</summary>
    internal WordHit? FindAt(IReadOnlyList<ReadWord> read, int at, string text)
    {
        if (at + words.Length > read.Count)
        {
            return null;
        }

        var isAsListed = true;
        for (var offset = 0; offset < words.Length; offset++)
        {
            var (typed, (word, plain), isBeginning) = (read[at + offset], words[offset], isStem && offset == words.Length - 1);
            var isSame = IsLike(typed.Folded.Text, word, isBeginning);
            if (!isSame && !IsLike(typed.Plain, plain, isBeginning))
            {
                return null;
            }

            isAsListed &= isSame;
        }

        var (start, end) = (read[at].Folded.Start, read[at + words.Length - 1].Folded.End);
        return new WordHit(listed, start, end - start, isAsListed ? KindOf(text[start..end]) : HitKind.Stretched);
    }

    private static bool IsLike(string typed, string word, bool isBeginning) => isBeginning ? typed.StartsWith(word, StringComparison.Ordinal) : typed == word;

    private HitKind KindOf(string typed)
    {
        var plain = listed.TrimEnd('*');
        return CultureInfo.InvariantCulture.CompareInfo.IsPrefix(typed, plain, CompareOptions.OrdinalIgnoreCase) ? HitKind.Plain : HitKind.Disguised;
    }
}
