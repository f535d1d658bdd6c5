using System.Text.RegularExpressions;

namespace NewsPortal.Import;

internal static partial class MarkdownList
{
    /// <summary>An item's text; one that holds more than a paragraph and its sub-lists needs blank lines around it.</summary>
    public static (string Text, bool Loose) Item(List<string> blocks, Func<List<string>, string> join)
        => blocks.Count == 2 && MayFollow(blocks[0], blocks[1]) ? (string.Join('\n', blocks), false) : (join(blocks), blocks.Count > 1);

    /// <summary>The item with a list that stood beside it instead of inside it.</summary>
    public static (string Text, bool Loose) With((string Text, bool Loose) item, string list)
        => MayFollow(item.Text, list) ? ($"{item.Text}\n{list}", item.Loose) : ($"{item.Text}\n\n{list}", true);

    /// <summary>The second block, told apart from the first when both are lists of one kind.</summary>
    public static string Apart(string first, string second)
    {
        var (before, after) = (Begins().Match(first), Begins().Match(second));
        return before.Success && after.Success && before.Groups["number"].Success == after.Groups["number"].Success
            && before.Groups["mark"].Value == after.Groups["mark"].Value
            ? OwnMarks(second, after.Groups["number"].Success)
            : second;
    }

    /// <summary>Whether a list is read as one in the very next line: HTML goes on to a blank line, and words are only broken off by a first item.</summary>
    private static bool MayFollow(string text, string list)
        => Interrupts().IsMatch(list) && !text.Contains("\n\n", StringComparison.Ordinal) && !HtmlBlock().IsMatch(text);

    private static string OwnMarks(string list, bool ordered)
        => ordered ? OrderedMark().Replace(list, "$1)") : BulletMark().Replace(list, "*");

    [GeneratedRegex(@"^(?:(?<mark>[-*])|(?<number>[0-9]{1,9})(?<mark>[.)])) ", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex("^(?:[-*]|1[.)]) ", RegexOptions.CultureInvariant)]
    private static partial Regex Interrupts();

    [GeneratedRegex(@"^<(?:table|dl|p)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HtmlBlock();

    [GeneratedRegex(@"^([0-9]{1,9})\.(?= )", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex OrderedMark();

    [GeneratedRegex(@"^-(?= )", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex BulletMark();
}
