using System.Globalization;
using System.Text;

namespace NewsPortal.Shared;

/// <summary>The readable part of an address.</summary>
public static class Slug
{
    /// <param name="text">Any text, in any script.</param>
    /// <param name="maxLength">Longest slug, at least 20; cut at the end of a word.</param>
    /// <param name="fallback">Begins the slug of a text without a letter that can be written in ASCII.</param>
    /// <returns>Lower-case a-z, 0-9 and single hyphens; never empty, the same in every culture and on every machine.</returns>
    public static string Of(string text, int maxLength = 80, string fallback = "story")
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Cut later; what is far beyond the end need not be read.
            if (slug.Length > maxLength * 2)
            {
                break;
            }

            Append(slug, rune);
        }

        var words = CutAtWord(slug.ToString().Trim('-'), maxLength);
        return words.Length > 0 ? words : Unwritable(text, fallback);
    }

    private static void Append(StringBuilder slug, Rune rune)
    {
        var latin = Transliteration.Of(rune);
        if (latin is not null)
        {
            slug.Append(latin);
        }
        else if (!IsSilent(rune) && slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    /// <summary>An apostrophe does not end a word, nor does a mark or a joiner inside it.</summary>
    private static bool IsSilent(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static string CutAtWord(string slug, int maxLength)
    {
        if (slug.Length <= maxLength)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', maxLength);
        return slug[..(end > 0 ? end : maxLength)];
    }

    private static string Unwritable(string text, string fallback)
    {
        var hash = 2166136261u;
        foreach (var c in text.Trim())
        {
            // FNV-1a: the runtime's own string hash differs from start to start.
            hash = (hash ^ c) * 16777619;
        }

        return hash == 2166136261u ? fallback : fallback + "-" + ((hash >> 16) ^ (hash & 0xffff)).ToString("x4", CultureInfo.InvariantCulture);
    }
}
