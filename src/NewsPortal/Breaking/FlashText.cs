using System.Text.RegularExpressions;

namespace NewsPortal.Breaking;

/// <summary>The line of a flash: what may stand in it.</summary>
public static partial class FlashText
{
    /// <summary>How many characters readers take in at a glance, and a phone shows on three lines.</summary>
    public const int Advised = 110;

    /// <returns>What was typed, as one line.</returns>
    /// <exception cref="RefusedException">Nothing is in it, too much, or what cannot be seen.</exception>
    public static string Of(string? typed)
    {
        var line = string.Join(' ', (typed ?? "").Split([' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
        if (string.IsNullOrWhiteSpace(line))
        {
            throw new RefusedException("A flash needs a line of text.");
        }

        if (line.Length > Flash.TextLength)
        {
            throw new RefusedException("A flash is one line of at most {0} characters.", Flash.TextLength);
        }

        UnseenCharacters.Refuse(line);
        return line;
    }

    /// <summary>It looks like markup. Readers would see the signs themselves: nothing in a flash is interpreted.</summary>
    public static bool HasMarkup(string? text) => Markup().IsMatch(text ?? "");

    [GeneratedRegex("<[a-z/!?]|&(?:#x?[0-9a-f]+|[a-z]+);", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
