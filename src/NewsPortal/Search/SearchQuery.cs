namespace NewsPortal.Search;

/// <summary>What a reader typed, understood: words, "phrases", and -words to leave out. Any text has a meaning.</summary>
public sealed record SearchQuery
{
    public const int MaxLength = 200;
    public const int MaxTerms = 8;

    private SearchQuery(string text, bool wasCut) => (Text, WasCut) = (text, wasCut);

    /// <summary>As typed, in one line, at most <see cref="MaxLength"/> long.</summary>
    public string Text { get; }

    /// <summary>True when more was typed than is looked for.</summary>
    public bool WasCut { get; private init; }

    public IReadOnlyList<SearchTerm> Terms { get; private init; } = [];

    public IEnumerable<SearchTerm> Wanted => Terms.Where(term => !term.IsExcluded);

    public bool IsEmpty => Text.Length == 0;

    /// <summary>True when something may be found: excluding alone finds nothing.</summary>
    public bool CanFind => Wanted.Any();

    public static SearchQuery Parse(string? typed)
    {
        var line = OneLine(typed ?? "");
        var text = line.Length > MaxLength ? line[..(char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] : line;
        var terms = SearchTerms.Read(text).Distinct().ToList();
        return new SearchQuery(text, text.Length < line.Length || terms.Count > MaxTerms) { Terms = [.. terms.Take(MaxTerms)] };
    }

    private static string OneLine(string text)
        => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
