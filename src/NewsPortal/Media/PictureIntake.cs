using NetVips;

namespace NewsPortal.Media;

/// <summary>
/// Makes our own file of a picture that somebody sent: decoded, upright, sRGB, without where and with what it was
/// taken, and with its creator, credit and copyright. Nothing of the sent bytes is kept, so nothing can hide in them.
/// </summary>
internal static class PictureIntake
{
    public const long MostPixels = 100_000_000;

    // WebP ends at 16,383 pixels a side, and every kept picture must have all of its variants.
    private const int LongestSide = 16_000;
    private const int KeptQuality = 92;

    /// <exception cref="RefusedException">It is not a picture, is damaged, or is too large to decode.</exception>
    public static PreparedPicture Prepare(byte[] file)
    {
        var kind = PictureSignature.Recognise(file);
        try
        {
            using var header = Open(file, kind, Enums.Access.Sequential);
            if ((long)header.Width * header.Height > MostPixels)
            {
                throw new RefusedException("This picture has more than 100 million pixels. Send a smaller one.");
            }

            var words = PictureWords.Of(header);
            using var sent = Open(file, kind, AccessFor(header));
            using var picture = Settle(sent, words);
            return new PreparedPicture(Encode(picture, kind), picture.Width, picture.Height, words);
        }
        catch (VipsException)
        {
            throw kind == PictureKind.Heif
                ? new RefusedException("This HEIF picture cannot be read. Save it as JPEG and send that.")
                : new RefusedException("This picture is damaged or incomplete, so it cannot be read. Send it again, or save it anew first.");
        }
    }

    // In one pass from the top only some lines are in memory at a time; turning and looking through the alpha need them all.
    private static Enums.Access AccessFor(Image header)
        => header.HasAlpha() || (header.Contains("orientation") && header.Get("orientation") is not 1)
            ? Enums.Access.Random
            : Enums.Access.Sequential;

    // The loader is named, because the library's own guess may differ from ours and reach decoders we do not want.
    private static Image Open(byte[] file, PictureKind kind, Enums.Access access)
    {
        const Enums.FailOn Strict = Enums.FailOn.Truncated;
        return kind switch
        {
            PictureKind.Jpeg => Image.JpegloadBuffer(file, access: access, failOn: Strict),
            PictureKind.Png => Image.PngloadBuffer(file, access: access, failOn: Strict),
            PictureKind.Gif => Image.GifloadBuffer(file, n: 1, access: access, failOn: Strict),
            PictureKind.Webp => Image.WebploadBuffer(file, n: 1, access: access, failOn: Strict),
            PictureKind.Heif => Image.HeifloadBuffer(file, n: 1, access: access, failOn: Strict),
            _ => Image.TiffloadBuffer(file, n: 1, access: access, failOn: Strict),
        };
    }

    private static Image Settle(Image sent, PictureWords words)
    {
        using var upright = sent.Autorot();
        using var coloured = InSrgb(upright);
        using var opaque = IsOpaque(coloured) && coloured.HasAlpha() ? coloured.ExtractBand(0, coloured.Bands - 1) : coloured.Copy();
        using var fitting = Math.Max(opaque.Width, opaque.Height) > LongestSide
            ? opaque.ThumbnailImage(LongestSide, LongestSide, Enums.Size.Down, noRotate: true)
            : opaque.Copy();
        return fitting.Mutate(picture =>
        {
            picture.Remove("xmp-data");
            if (words is { Creator: not null } or { Provider: not null } or { Copyright: not null })
            {
                picture.Set(GValue.BlobType, "xmp-data", XmpPacket.Write(words));
            }
        });
    }

    private static Image InSrgb(Image picture)
    {
        if (picture.Contains("icc-profile-data"))
        {
            try
            {
                return picture.IccTransform("srgb", embedded: true, intent: Enums.Intent.Perceptual, depth: 8);
            }
            catch (VipsException)
            {
                // A profile that does not fit its picture: the numbers themselves are the best guess.
            }
        }

        return picture.Colourspace(Enums.Interpretation.Srgb);
    }

    private static bool IsOpaque(Image picture)
    {
        if (!picture.HasAlpha())
        {
            return true;
        }

        using var alpha = picture.ExtractBand(picture.Bands - 1);
        return alpha.Min() >= 255;
    }

    // What came without loss stays without loss; the rest, and all photographs from phones and cameras, is JPEG. Its
    // optimised coding is left out: it holds the whole picture in memory, twice over, to save a few per cent.
    private static byte[] Encode(Image picture, PictureKind kind)
        => kind is PictureKind.Png or PictureKind.Gif || picture.HasAlpha()
            ? picture.PngsaveBuffer(compression: 6, keep: Enums.ForeignKeep.Xmp)
            : picture.JpegsaveBuffer(q: KeptQuality,
                subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.Xmp);
}

internal sealed record PreparedPicture(byte[] File, int Width, int Height, PictureWords Words);
