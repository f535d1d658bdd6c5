namespace NewsPortal.Comments.Guard;

/// <summary>Listed words, so laid out that what is looked at in a text does not grow with their number.</summary>
public sealed class WordList
{
    private readonly ILookup<string, WordPattern> wholes;
    private readonly ILookup<char, WordPattern> stems;

    /// <param name="listed">As <see cref="ListedWord"/> has them.</param>
    public WordList(IEnumerable<string> listed)
    {
        var patterns = listed.Select(WordPattern.Of).Where(pattern => pattern.Length > 0).ToList();
        wholes = patterns.Where(pattern => pattern.Beginning is not null).ToLookup(pattern => pattern.Beginning!, StringComparer.Ordinal);
        stems = patterns.Where(pattern => pattern.Beginning is null).ToLookup(pattern => pattern.Initial);
    }

    /// <summary>Every place where any of them stands in the text, in the order of the text.</summary>
    public IReadOnlyList<WordHit> Find(string text)
    {
        List<ReadWord> read = [.. FoldedText.Read(text).Where(word => word.Text.Length > 0).Select(word => new ReadWord(word, FoldedText.Unstretched(word.Text)))];
        return [.. read.SelectMany((word, at) => wholes[word.Plain].Concat(stems[word.Folded.Text[0]]).Select(pattern => pattern.FindAt(read, at, text)))
            .OfType<WordHit>().Distinct().OrderBy(hit => hit.Start).ThenBy(hit => hit.Length)];
    }
}
