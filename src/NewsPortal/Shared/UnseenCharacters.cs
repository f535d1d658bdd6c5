using System.Globalization;
using System.Text;

namespace NewsPortal.Shared;

/// <summary>Characters that nobody sees, and that turn or hide what stands around them.</summary>
public static class UnseenCharacters
{
    /// <param name="text">As typed.</param>
    /// <param name="mayBreak">Tabs and line breaks are seen, as room.</param>
    /// <exception cref="RefusedException">There is one; the message names it.</exception>
    public static void Refuse(string text, bool mayBreak = false)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune) && !(mayBreak && (rune.Value is '\t' or '\n' or '\r')))
            {
                throw new RefusedException(
                    "There is a character in it that cannot be seen and may turn or hide the words (U+{0}). Type the line again by hand.",
                    rune.Value.ToString("X4", CultureInfo.InvariantCulture));
            }
        }
    }

    // Half a surrogate pair is enumerated as U+FFFD. Joiners and marks of direction belong to the writing of many languages.
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse
        || rune.Value is 0x200B or 0xFEFF or 0xFFFD or 0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0xFFF9 and <= 0xFFFB);
}
