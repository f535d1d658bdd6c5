using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>"Last minute:" before a headline, or before the first words of a body, is a flag and no text.</summary>
internal static partial class LastMinutePrefix
{
    public static PastedCopy Lift(PastedCopy copy, Notebook notes)
    {
        var blocks = Lines.Blocks(copy.Body);
        var first = blocks.FindIndex(b => !b.StartsWith('!'));
        if (first >= 0)
        {
            blocks[first] = Lift(blocks[first], notes);
        }

        return new(Lift(copy.Headline, notes), string.Join("\n\n", blocks));
    }

    private static string Lift(string text, Notebook notes)
    {
        var match = Prefix().Match(text);
        if (!match.Success)
        {
            return text;
        }

        var rest = Rest(match, text[match.Length..]);
        if (string.IsNullOrWhiteSpace(rest) || !notes.Accept(CleanupKind.LastMinute, text, rest))
        {
            return text;
        }

        notes.RaiseFlag();
        return rest;
    }

    /// <summary>"**Last minute: the words**" keeps its stars, "**Last minute:** the words" loses them.</summary>
    private static string Rest(Match match, string words)
    {
        var opening = match.Groups["open"].Value;
        var closed = match.Groups["close"].Captures.Any(c => c.Length > 0);
        return match.Groups["hash"].Value + (closed ? "" : opening) + words;
    }

    [GeneratedRegex(
        @"^\s*(?<hash>\#{1,6}\s+)?(?<open>\*{1,3}|_{1,3})?(?:(?:last[\s-]{1,3}m[iıİ]\u0307?nute|son\s{1,3}dak[iıİ]\u0307?ka)\s*(?<close>[*_]{0,3})\s*[:：]\s*(?<close>(?:\*{1,3}(?=\s)|_{1,3}(?=\s))?)\s*)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
