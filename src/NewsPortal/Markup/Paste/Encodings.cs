using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>
/// Undoes reading in the wrong encoding: UTF-8 taken for Windows-1252 ("â€™", "ÅŸ"), and Windows-1252 taken for Latin-1
/// (its quotes become unseen control characters). What could be honest letters and quotes ("CAFÉ”") is mended only where
/// the rest of the copy proves that it was misread.
/// </summary>
internal static partial class Encodings
{
    private const string HighHalf = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Could stand behind a letter in honest copy: quotes, dashes, an ellipsis, a no-break space.</summary>
    private const string Punctuation = "‚„…‹‘’“”•–—›\u00A0«»·¡¿´";

    private const string Tail = "[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    private const string Sequence = $"(?:[\u00C2-\u00DF]{Tail}|[\u00E0-\u00EF]{Tail}{{2}}|[\u00F0-\u00F4]{Tail}{{3}})";

    private static readonly FrozenDictionary<char, byte> Bytes =
        HighHalf.Select((c, i) => (c, (byte)(0x80 + i))).ToFrozenDictionary(p => p.c, p => p.Item2);

    private static readonly UTF8Encoding Strict = new(false, true);

    public static PastedCopy Mend(PastedCopy copy, Notebook notes)
    {
        var proven = IsProven(copy.Headline) || IsProven(copy.Body);
        return Lines.Change(copy, CleanupKind.Encoding, notes, line => Mend(line, proven));
    }

    private static bool IsProven(string text)
    {
        foreach (var run in Runs().EnumerateMatches(text))
        {
            if (IsSure(text.Substring(run.Index, run.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Mend(string line, bool proven)
    {
        var mended = Runs().Replace(line, m => proven || IsSure(m.Value) ? Decode(m.Value, proven) : m.Value);
        mended = LostQuote().Replace(mended, "”");
        mended = LostApostrophe().Replace(mended, "’");
        return Controls().Replace(mended, m => HighHalf[m.Value[0] - 0x80].ToString());
    }

    private static bool IsSure(string run)
    {
        var sequences = Sequences().Matches(run);
        return sequences.Count >= 3
            || sequences.Any(s => IsTellTale(s.Value))
            || (sequences.Count == 2 && !sequences.All(s => Punctuation.Contains(s.Value[^1], StringComparison.Ordinal)));
    }

    private static bool IsTellTale(string sequence) => sequence[0] switch
    {
        'â' => sequence[1] is '€' or '„' or '‚' or '†',
        'ï' => sequence.Length == 3,
        'ð' => sequence.Length == 4,
        'Â' or 'Ã' or 'Ä' or 'Å' => sequence.Length == 2 && !Punctuation.Contains(sequence[1], StringComparison.Ordinal),
        _ => false,
    };

    private static string Decode(string run, bool proven)
    {
        var wholeRun = Sequences().Count(run) >= 3;
        return Sequences().Replace(run, s =>
        {
            // Two accents and a no-break space look like a Chinese sign: only a whole run of them is one.
            var trusted = wholeRun || IsTellTale(s.Value) || (proven && s.Length == 2);
            return trusted ? TryDecode(s.Value) ?? s.Value : s.Value;
        });
    }

    private static string? TryDecode(string sequence)
    {
        try
        {
            var text = Strict.GetString([.. sequence.Select(c => Bytes.TryGetValue(c, out var b) ? b : (byte)c)]);
            return text.Any(char.IsControl) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex($"(?:{Sequence})+")]
    private static partial Regex Runs();

    [GeneratedRegex(Sequence)]
    private static partial Regex Sequences();

    /// <summary>A closing quote whose third byte has no letter in Windows-1252 and was dropped.</summary>
    [GeneratedRegex(@"â€(?=[\s.,;:!?)]|$)")]
    private static partial Regex LostQuote();

    [GeneratedRegex(@"(?<=\p{L})\uFFFD(?=(?:s|t|re|ve|ll|d|m)\b)")]
    private static partial Regex LostApostrophe();

    [GeneratedRegex("[\u0080\u0082-\u008C\u008E\u0091-\u009C\u009E\u009F]")]
    private static partial Regex Controls();
}
