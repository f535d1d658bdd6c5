using System.Text;

namespace NewsPortal.Media;

public enum PictureKind
{
    Jpeg,
    Png,
    Gif,
    Webp,
    Heif,
    Tiff,
}

/// <summary>Tells a picture by its first bytes: neither its name nor its declared type can be believed.</summary>
public static class PictureSignature
{
    // An XML file may begin with a declaration, comments and a doctype before it says that it is SVG.
    private const int SvgSearchLength = 4096;

    /// <exception cref="RefusedException">The bytes are no picture of a kind that we take.</exception>
    public static PictureKind Recognise(ReadOnlySpan<byte> file)
    {
        if (Find(file) is { } kind)
        {
            return kind;
        }

        var opening = Encoding.UTF8.GetString(file[..Math.Min(file.Length, SvgSearchLength)]);
        throw opening.Contains("<svg", StringComparison.OrdinalIgnoreCase)
            ? new RefusedException("SVG drawings can carry programs, so they are not taken. Save it as PNG and send that.")
            : new RefusedException("This file is not a picture that we can read. Send a JPEG, PNG, WebP, GIF, AVIF or TIFF.");
    }

    private static PictureKind? Find(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => PictureKind.Gif,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => PictureKind.Tiff,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureKind.Webp,
        { Length: >= 12 } when file[4..8].SequenceEqual("ftyp"u8) && IsHeifBrand(file[8..12]) => PictureKind.Heif,
        _ => null,
    };

    private static bool IsHeifBrand(ReadOnlySpan<byte> brand)
        => Encoding.ASCII.GetString(brand) is "avif" or "avis" or "mif1" or "msf1" or "heic" or "heix" or "heim" or "heis";
}
