using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>Copy as lines and blocks. Code, between backticks or fences, is what its writer meant it to be.</summary>
internal static partial class Lines
{
    public static PastedCopy Normalise(PastedCopy copy) => new(
        Spaces().Replace(copy.Headline, " ").Trim(),
        string.Join("\n\n", Blocks(Breaks().Replace(copy.Body, "\n"))));

    public static PastedCopy Change(PastedCopy copy, CleanupKind kind, Notebook notes, Func<string, string> change)
        => new(Change(copy.Headline, kind, notes, change), Change(copy.Body, kind, notes, change));

    /// <summary>Changes each line outside fences, when the notebook accepts it.</summary>
    public static string Change(string text, CleanupKind kind, Notebook notes, Func<string, string> change)
    {
        var lines = text.Split('\n');
        var fence = new Fence();
        for (var i = 0; i < lines.Length; i++)
        {
            if (fence.Holds(lines[i]))
            {
                continue;
            }

            var changed = OutsideCode(lines[i], change);
            if (changed != lines[i] && notes.Accept(kind, lines[i], changed))
            {
                lines[i] = changed;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>What blank lines part; a fence is one block whatever it holds.</summary>
    public static List<string> Blocks(string body)
    {
        var blocks = new List<string>();
        var block = new StringBuilder();
        var fence = new Fence();
        foreach (var line in body.Split('\n'))
        {
            if (!fence.Holds(line) && string.IsNullOrWhiteSpace(line))
            {
                Close(blocks, block);
            }
            else
            {
                block.Append(block.Length > 0 ? "\n" : "").Append(line);
            }
        }

        Close(blocks, block);
        return blocks;
    }

    public static bool IsOneLine(string block) => !block.Contains('\n', StringComparison.Ordinal);

    private static void Close(List<string> blocks, StringBuilder block)
    {
        if (block.Length > 0)
        {
            blocks.Add(block.ToString());
            block.Clear();
        }
    }

    private static string OutsideCode(string line, Func<string, string> change)
    {
        if (!line.Contains('`', StringComparison.Ordinal))
        {
            return change(line);
        }

        var pieces = CodeSpans().Split(line);
        for (var i = 0; i < pieces.Length; i += 2)
        {
            pieces[i] = change(pieces[i]);
        }

        return string.Concat(pieces);
    }

    [GeneratedRegex(@"\r\n|[\r\f\v\u0085\u2028\u2029]")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"[ \t\r\n\f\v\u0085\u2028\u2029]+")]
    private static partial Regex Spaces();

    [GeneratedRegex("(`[^`]+`)")]
    private static partial Regex CodeSpans();

    /// <summary>Follows the lines of a text and knows which are inside fenced code.</summary>
    private sealed class Fence
    {
        private string open = "";

        public bool Holds(string line)
        {
            var sign = line.TrimStart();
            if (open.Length > 0)
            {
                open = sign.StartsWith(open, StringComparison.Ordinal) ? "" : open;
                return true;
            }

            open = sign.StartsWith("```", StringComparison.Ordinal) ? "```" : sign.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : "";
            return open.Length > 0;
        }
    }
}
