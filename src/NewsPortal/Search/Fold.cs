using System.Globalization;
using System.Text;

namespace NewsPortal.Search;

/// <summary>Text as readers look for it: İstanbul, istanbul, ISTANBUL and ıstanbul are one word.</summary>
public static class Fold
{
    /// <returns>
    /// Lower-case letters and digits without diacritics, with single spaces between words; the same in every culture.
    /// Folding it again changes nothing.
    /// </returns>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            Append(folded, rune);
        }

        return folded.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (IsSilent(rune))
        {
            return;
        }

        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            folded.Append((int)Rune.GetNumericValue(rune));
        }
        else if (Rune.IsLetterOrDigit(rune) || IsMarkOfItsScript(rune))
        {
            folded.Append(Plain(Rune.ToLowerInvariant(rune)));
        }
        else if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static string Plain(Rune rune) => rune.Value switch
    {
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ə' => "e",
        'ς' => "σ",
        'ة' or 'ہ' or 'ە' => "ه",
        'ى' or 'ی' => "ي",
        'ک' => "ك",
        'ٱ' => "ا",
        _ => rune.ToString(),
    };

    /// <summary>Latin, Greek and Cyrillic diacritics, Hebrew points, Arabic harakat and tatweel, and what is not seen.</summary>
    private static bool IsSilent(Rune rune) => rune.Value is (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05BD) or 0x05BF
        or (>= 0x05C1 and <= 0x05C2) or 0x05C4 or 0x05C5 or 0x05C7 or 0x0640 or (>= 0x064B and <= 0x065F) or 0x0670
        or (>= 0x06D6 and <= 0x06DC) or (>= 0x06DF and <= 0x06E4) or 0x06E7 or 0x06E8 or (>= 0x06EA and <= 0x06ED)
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200C);

    /// <summary>Vowel signs of Indic scripts and voicing marks of Japanese tell words apart.</summary>
    private static bool IsMarkOfItsScript(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Decomposed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        // Normalize throws at half a surrogate pair, which enumerating replaces, and at U+FFFE, which is no character.
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune.Value == 0xFFFE ? " " : rune.ToString());
        }

        return valid.ToString().Normalize(NormalizationForm.FormKD);
    }
}
