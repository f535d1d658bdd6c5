using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>Removes signs that are not seen, except where they are how a language is written.</summary>
internal static partial class InvisibleSigns
{
    public static string Remove(string line)
    {
        var seen = Useless().Replace(line, "");
        seen = Joiners().Replace(seen, "");
        seen = RightToLeft().IsMatch(seen) ? seen : DirectionMarks().Replace(seen, "");
        return OddSpaces().Replace(seen, " ");
    }

    /// <summary>
    /// No-break and narrow spaces, but for those of a number ("1 000"), between it and its unit ("5 km"), and of French
    /// punctuation.
    /// </summary>
    [GeneratedRegex(@"(?<![0-9«])[\u00A0\u202F\u2000-\u200A\u205F](?![«»;:!?%€0-9])")]
    private static partial Regex OddSpaces();

    /// <summary>Zero-width spaces, soft hyphens, byte order marks, control characters, direction overrides.</summary>
    [GeneratedRegex(@"[\u200B\u2060\uFEFF\u00AD\u180E\u202A-\u202E\u0000-\u0008\u000E-\u001F\u007F\u0081\u008D\u008F\u0090\u009D]")]
    private static partial Regex Useless();

    /// <summary>Joiners that do not stand between letters of a script that needs them, nor hold an emoji together.</summary>
    [GeneratedRegex(@"(?<![\u0600-\u0DFF\uFE0F\p{So}\p{Cs}\p{Mn}])[\u200C\u200D]+|[\u200C\u200D]+(?![\u0600-\u0DFF\p{So}\p{Cs}])")]
    private static partial Regex Joiners();

    [GeneratedRegex(@"[\u200E\u200F\u2066-\u2069\u061C]")]
    private static partial Regex DirectionMarks();

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE]")]
    private static partial Regex RightToLeft();
}
