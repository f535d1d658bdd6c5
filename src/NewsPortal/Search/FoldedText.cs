using System.Globalization;
using System.Text;

namespace NewsPortal.Search;

/// <summary>
/// A text with its folding beside it and the way back: where in the text each folded letter comes from. Folding changes
/// lengths (ß is ss, a mark is nothing), so it goes from one whole character, with its marks, to the next.
/// </summary>
internal sealed class FoldedText
{
    private readonly StringBuilder folded = new(" ");
    private readonly List<(int From, int To)> sources = [(0, 0)];

    public FoldedText(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            Add(text.AsSpan(at, length), (at, at + length));
            at += length;
        }

        AddSpace((text.Length, text.Length));
        Folded = folded.ToString();
    }

    public string Text { get; }

    public string Folded { get; }

    /// <summary>Where in the text a folded letter begins.</summary>
    public int SourceOf(int foldedAt) => sources[foldedAt].From;

    /// <summary>Where the term first occurs in <see cref="Folded"/>; negative when it does not.</summary>
    public int Find(SearchTerm term, int from = 0)
    {
        var at = Folded.IndexOf(term.Needle, from, StringComparison.Ordinal);
        return at >= 0 && term.Needle[0] == ' ' ? at + 1 : at;
    }

    /// <summary>The stretches of the text in which the terms stand, in order, without overlap.</summary>
    public IReadOnlyList<(int From, int To)> Hits(IEnumerable<SearchTerm> terms)
    {
        var joined = new List<(int From, int To)>();
        foreach (var hit in terms.SelectMany(Hits).Order())
        {
            if (joined.Count > 0 && IsBlank(joined[^1].To, hit.From))
            {
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, hit.To));
            }
            else
            {
                joined.Add(hit);
            }
        }

        return joined;
    }

    private IEnumerable<(int From, int To)> Hits(SearchTerm term)
    {
        for (var at = Find(term); at >= 0; at = Find(term, at + term.Folded.Length))
        {
            yield return (sources[at].From, sources[at + term.Folded.Length - 1].To);
        }
    }

    private bool IsBlank(int from, int to) => from >= to || Text.AsSpan(from, to - from).IsWhiteSpace();

    private void Add(ReadOnlySpan<char> character, (int From, int To) source)
    {
        if (character is [var ascii and < '\x80'])
        {
            AddLetter(char.IsAsciiLetterOrDigit(ascii) ? char.ToLowerInvariant(ascii) : ' ', source);
            return;
        }

        // Between two letters a separator folds to a space and a stray mark to nothing.
        foreach (var letter in Fold.Of($"x{character}x")[1..^1])
        {
            AddLetter(letter, source);
        }
    }

    private void AddLetter(char letter, (int From, int To) source)
    {
        if (letter == ' ')
        {
            AddSpace(source);
        }
        else
        {
            folded.Append(letter);
            sources.Add(source);
        }
    }

    private void AddSpace((int From, int To) source)
    {
        if (folded[^1] != ' ')
        {
            folded.Append(' ');
            sources.Add(source);
        }
    }
}
