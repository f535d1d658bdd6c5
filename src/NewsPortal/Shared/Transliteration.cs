using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsPortal.Shared;

/// <summary>Letters as a-z: explicitly where they are no Latin letter with a mark, else by taking the mark off.</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<int, string> Letters = Read(
        // Latin
        "ı i İ i ş s Ş s ğ g Ğ g ü u Ü u ö o Ö o ç c Ç c ß ss ẞ ss æ ae Æ ae ø o Ø o å a Å a ł l Ł l đ d Đ d þ th Þ th ð d Ð d œ oe Œ oe "
        + "ħ h Ħ h ŧ t Ŧ t ŋ ng Ŋ ng ĸ k ſ s ə e Ə e ŀ l ĳ ij ƒ f "
        // Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh
        + "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - "
        + "э e ю yu я ya ґ g є ye і i ї yi ў u ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ә a ғ g қ q ң n ө o ұ u ү u һ h "
        // Greek
        + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o "
        // Arabic, Persian, Urdu, Kurdish
        + "ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n "
        + "ه h و w ي y ى a ة a ؤ w ئ y ء - پ p چ ch ژ zh گ g ک k ی y ڤ v ڕ r ڵ l ۆ o ێ e ە e ہ h ھ h ے e ٹ t ڈ d ڑ r ں n ـ - "
        // Hebrew
        + "א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r ש sh ת t");

    /// <returns>Lower-case ASCII, empty for a sign that is not sounded, null for what is no letter or digit we can write.</returns>
    public static string? Of(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : null;
        }

        return Letters.TryGetValue(rune.Value, out var letters) || Letters.TryGetValue(Rune.ToLowerInvariant(rune).Value, out letters)
            ? letters : ByDecomposition(rune);
    }

    private static string? ByDecomposition(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            return ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);
        }

        if (!Rune.IsLetterOrDigit(rune))
        {
            return null;
        }

        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(p => p != rune))
        {
            plain.Append(Rune.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark ? "" : Of(part));
        }

        return plain.Length > 0 ? plain.ToString() : null;
    }

    private static FrozenDictionary<int, string> Read(string table)
    {
        var words = table.Split(' ');
        return Enumerable.Range(0, words.Length / 2).ToFrozenDictionary(
            i => words[2 * i].EnumerateRunes().Single().Value, i => words[(2 * i) + 1].Replace("-", "", StringComparison.Ordinal));
    }
}
