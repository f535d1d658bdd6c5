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

/// <summary>A listed word, ready to be looked for.</summary>
public sealed class WordPattern
{
    /// <summary>Letters that a listed word has at least.</summary>
    public const int Least = 3;

    private readonly string listed;
    private readonly bool isStem;
    private readonly string[] words;

    private WordPattern(string listed)
    {
        this.listed = listed;
        isStem = listed.EndsWith('*');
        words = [.. FoldedText.Read(listed.TrimEnd('*')).Where(word => word.Text.Length > 0).Select(word => word.Text)];
    }

    /// <summary>Letters that are compared.</summary>
    public int Length => words.Sum(word => word.Length);

    public static WordPattern Of(string listed) => new(listed);

    /// <summary>Every place where any of them stands in the text, in the order of the text.</summary>
    public static IReadOnlyList<WordHit> Find(IEnumerable<WordPattern> patterns, string text)
    {
        var read = FoldedText.Read(text);
        return [.. patterns.SelectMany(pattern => pattern.Find(read, text)).Distinct().OrderBy(hit => hit.Start).ThenBy(hit => hit.Length)];
    }

    private IEnumerable<WordHit> Find(IReadOnlyList<FoldedWord> read, string text)
    {
        for (var at = 0; words.Length > 0 && at + words.Length <= read.Count; at++)
        {
            var (isPlainFold, isHit) = (true, true);
            for (var offset = 0; offset < words.Length && isHit; offset++)
            {
                var (typed, isLast) = (read[at + offset].Text, offset == words.Length - 1);
                var isAsListed = IsLike(typed, words[offset], isLast);
                isPlainFold &= isAsListed;
                isHit = isAsListed || IsLike(FoldedText.Unstretched(typed), FoldedText.Unstretched(words[offset]), isLast);
            }

            if (isHit)
            {
                var (start, end) = (read[at].Start, read[at + words.Length - 1].End);
                yield return new WordHit(listed, start, end - start, isPlainFold ? KindOf(text[start..end]) : HitKind.Stretched);
            }
        }
    }

    private bool IsLike(string typed, string word, bool isLast)
        => isStem && isLast ? typed.StartsWith(word, StringComparison.Ordinal) : typed == word;

    private HitKind KindOf(string typed)
    {
        var plain = listed.TrimEnd('*');
        return CultureInfo.InvariantCulture.CompareInfo.IsPrefix(typed, plain, CompareOptions.OrdinalIgnoreCase) ? HitKind.Plain : HitKind.Disguised;
    }
}
