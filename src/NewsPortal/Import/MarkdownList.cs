using System.Text.RegularExpressions;

namespace NewsPortal.Import;

internal static partial class MarkdownList
{
    /// <summary>An item's text; one that holds more than a paragraph and its sub-lists needs blank lines around it.</summary>
    public static (string Text, bool Loose) Item(List<string> blocks, Func<List<string>, string> join)
    {
        var tight = blocks.Skip(1).All(block => Begins().IsMatch(block)) && !blocks[0].Contains("\n\n", StringComparison.Ordinal);
        return tight && blocks.Count == 2 ? (string.Join('\n', blocks), false) : (join(blocks), blocks.Count > 1);
    }

    /// <summary>The second block, told apart from the first when both are lists of one kind.</summary>
    public static string Apart(string first, string second)
    {
        var (before, after) = (Begins().Match(first), Begins().Match(second));
        return before.Success && after.Success && before.Groups["number"].Success == after.Groups["number"].Success
            && before.Groups["mark"].Value == after.Groups["mark"].Value
            ? OwnMarks(second, after.Groups["number"].Success)
            : second;
    }

    private static string OwnMarks(string list, bool ordered)
        => ordered ? OrderedMark().Replace(list, "$1)") : BulletMark().Replace(list, "*");

    [GeneratedRegex(@"^(?:(?<mark>[-*])|(?<number>[0-9]{1,9})(?<mark>[.)])) ", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^([0-9]{1,9})\.(?= )", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex OrderedMark();

    [GeneratedRegex(@"^-(?= )", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex BulletMark();
}
