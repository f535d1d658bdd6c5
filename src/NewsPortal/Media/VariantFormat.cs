using System.Net.Mime;

namespace NewsPortal.Media;

public enum VariantFormat
{
    Avif,
    Webp,
    Jpg,
}

public static class VariantFormatNames
{
    public static string Extension(this VariantFormat format) => format switch
    {
        VariantFormat.Avif => "avif",
        VariantFormat.Webp => "webp",
        _ => "jpg",
    };

    public static string ContentType(this VariantFormat format) => format switch
    {
        VariantFormat.Avif => MediaTypeNames.Image.Avif,
        VariantFormat.Webp => MediaTypeNames.Image.Webp,
        _ => MediaTypeNames.Image.Jpeg,
    };
}
