using System.Buffers.Binary;
using System.Text;

namespace NewsPortal.Media;

/// <summary>
/// IPTC-IIM, the agencies' block inside a JPEG: datasets of tag 0x1C, record, number, two bytes of length and the text
/// (IPTC IIM 4.2, 1.5), often wrapped in Photoshop's "8BIM" resources, where 0x0404 is ours.
/// </summary>
internal static class IptcRecord
{
    private const int Wrapper = 0x0404;
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static PictureWords Read(ReadOnlySpan<byte> block)
    {
        var words = new PictureWords();
        var rest = block.StartsWith("Photoshop 3.0\0"u8) ? Unwrap(block[14..]) : block;
        while (rest.Length >= 5 && rest[0] == 0x1C)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[3..]);
            if (length > rest.Length - 5)
            {
                break;
            }

            words = rest[1] == 2 ? With(words, rest[2], rest.Slice(5, length)) : words;
            rest = rest[(5 + length)..];
        }

        return words;
    }

    private static PictureWords With(PictureWords words, byte dataset, ReadOnlySpan<byte> text) => dataset switch
    {
        80 => words with { Creator = words.Creator ?? Decode(text) },
        110 => words with { Provider = Decode(text) },
        116 => words with { Copyright = Decode(text) },
        120 => words with { Caption = Decode(text) },
        _ => words,
    };

    // Few writers declare their character set and some declare the wrong one; text that is valid UTF-8 is UTF-8.
    private static string? Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return PictureWords.Tidy(Strict.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            return PictureWords.Tidy(Encoding.Latin1.GetString(text));
        }
    }

    private static ReadOnlySpan<byte> Unwrap(ReadOnlySpan<byte> resources)
    {
        while (resources.Length >= 12 && resources.StartsWith("8BIM"u8))
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(resources[4..]);
            // A Pascal string, padded with its length byte to an even size.
            var name = (resources[6] + 2) & ~1;
            if (resources.Length < 10 + name)
            {
                return [];
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(resources[(6 + name)..]);
            var content = resources[(10 + name)..];
            if (length > content.Length)
            {
                return [];
            }

            if (id == Wrapper)
            {
                return content[..(int)length];
            }

            resources = content[(int)Math.Min(content.Length, length + (length & 1))..];
        }

        return [];
    }
}
