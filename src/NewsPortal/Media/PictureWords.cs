using NetVips;

namespace NewsPortal.Media;

/// <summary>What a picture file says of itself in the fields that news agencies and cameras fill.</summary>
public sealed record PictureWords
{
    public string? Creator { get; init; }

    /// <summary>The credit line: usually the agency.</summary>
    public string? Provider { get; init; }

    public string? Copyright { get; init; }

    public string? Caption { get; init; }

    public string? Alt { get; init; }

    public bool IsEmpty => this == new PictureWords();

    /// <summary>As a paper prints it: "Marit Osei/The Meridian".</summary>
    public string? CreditLine => (Creator, Provider) switch
    {
        (null, null) => Copyright,
        (null, _) => Provider,
        (_, null) => Creator,
        _ => Provider.Contains(Creator, StringComparison.OrdinalIgnoreCase) ? Provider : $"{Creator}/{Provider}",
    };

    /// <summary>XMP first, then IPTC, then EXIF: the order in which newsroom software keeps them up to date.</summary>
    public static PictureWords Of(Image picture)
    {
        var xmp = XmpPacket.Read(Blob(picture, "xmp-data"));
        var iptc = IptcRecord.Read(Blob(picture, "iptc-data"));
        return new PictureWords
        {
            Creator = xmp.Creator ?? iptc.Creator ?? ExifText(picture, "exif-ifd0-Artist"),
            Provider = xmp.Provider ?? iptc.Provider,
            Copyright = xmp.Copyright ?? iptc.Copyright ?? ExifText(picture, "exif-ifd0-Copyright"),
            Caption = xmp.Caption ?? iptc.Caption ?? ExifText(picture, "exif-ifd0-ImageDescription"),
            Alt = xmp.Alt,
        };
    }

    internal static string? Tidy(string? text)
    {
        var tidy = text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        tidy = new string([.. tidy.Where(letter => !char.IsControl(letter))]);
        return tidy.Length == 0 ? null : tidy;
    }

    private static byte[] Blob(Image picture, string field) => picture.Contains(field) && picture.Get(field) is byte[] bytes ? bytes : [];

    // libvips prints an EXIF text as "value (value, ASCII, 5 components, 5 bytes)", and a value may hold brackets itself.
    private static string? ExifText(Image picture, string field)
    {
        if (!picture.Contains(field) || picture.Get(field) is not string printed)
        {
            return null;
        }

        var end = printed.IndexOf(" (", StringComparison.Ordinal);
        while (end >= 0 && !printed.AsSpan(end + 2).StartsWith($"{printed[..end]}, ", StringComparison.Ordinal))
        {
            end = printed.IndexOf(" (", end + 1, StringComparison.Ordinal);
        }

        return end < 0 ? null : Tidy(printed[..end]);
    }
}
