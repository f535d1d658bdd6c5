using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Markup;

/// <summary>The words of a rendered text, as a reader would read them aloud.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> WithinALine =
        ["a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "strong", "sub", "sup", "span"];

    /// <param name="body">What to read.</param>
    /// <param name="stands">The words for which an element stands instead of its own, if it does.</param>
    public static string Of(IElement body, Func<IElement, string?> stands)
    {
        var text = new StringBuilder();
        Read(body, stands, text);
        return text.ToString().Trim();
    }

    public static int CountWords(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = Rune.IsLetterOrDigit(rune);
            count += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && !Rune.IsWhiteSpace(rune));
        }

        return count;
    }

    private static void Read(INode node, Func<IElement, string?> stands, StringBuilder text)
    {
        if (node is IText words)
        {
            text.Append(words.Data);
            return;
        }

        if (node is IElement element && IsFurniture(element))
        {
            return;
        }

        var breaks = node is IElement { LocalName: var name } && !WithinALine.Contains(name);
        text.Append(breaks ? "\n" : "");
        if (node is IElement part && stands(part) is { } other)
        {
            text.Append(other);
        }

        foreach (var child in node.ChildNodes)
        {
            Read(child, stands, text);
        }

        text.Append(breaks ? "\n" : "");
    }

    private static bool IsFurniture(IElement element)
        => element.ClassList.Contains("vh") || element.GetAttribute("href")?.StartsWith("#fn", StringComparison.Ordinal) == true;
}
