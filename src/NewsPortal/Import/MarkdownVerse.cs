namespace NewsPortal.Import;

/// <summary>Lines that must stay lines, indented as they are, in the type of the text around them.</summary>
internal static class MarkdownVerse
{
    public static string Of(string verse) => string.Join("\n\n", verse.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(stanza => string.Join("\\\n", stanza.Trim('\n').Split('\n').Select(Line))));

    private static string Line(string line)
    {
        var words = line.Trim();
        var indent = line.Length - line.TrimStart().Length;
        return new string('\u00a0', indent) + MarkdownText.EscapeLineStart(MarkdownText.Escape(words));
    }
}
