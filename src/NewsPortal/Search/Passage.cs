namespace NewsPortal.Search;

/// <summary>The words of a long text around the first thing that was looked for.</summary>
internal static class Passage
{
    private const int Before = 60;
    private const int Length = 200;
    private const int LongestWord = 30;

    /// <returns>Null when nothing of the query is in the text.</returns>
    public static string? Of(string text, SearchQuery query)
    {
        var folded = new FoldedText(text);
        var hits = query.Wanted.Select(term => folded.Find(term)).Where(at => at >= 0).ToList();
        if (hits.Count == 0)
        {
            return null;
        }

        var hit = hits.Min();
        var from = hit <= Before ? 0 : WordAfter(folded.Folded, hit - Before, hit);
        var isLast = from + Length >= folded.Folded.Length;
        var first = from == 0 ? 0 : folded.SourceOf(from);
        var end = isLast ? text.Length : folded.SourceOf(WordBefore(folded.Folded, from + Length));
        return (from == 0 ? "" : "… ") + text[first..end].Trim() + (isLast ? "" : " …");
    }

    // A script without spaces is cut between two letters.
    private static int WordAfter(string folded, int at, int limit)
    {
        var space = folded.IndexOf(' ', at, Math.Min(LongestWord, limit - at));
        return space < 0 ? at : space + 1;
    }

    private static int WordBefore(string folded, int at)
    {
        var space = folded.LastIndexOf(' ', at, LongestWord);
        return space < 0 ? at : space;
    }
}
