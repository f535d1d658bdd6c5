using System.Globalization;

namespace NewsPortal.Media;

/// <summary>The last part of a picture's address: <c>storm-gate-720.avif</c>.</summary>
public readonly record struct VariantAddress(string Name, int Width, VariantFormat Format)
{
    private static readonly VariantFormat[] Formats = Enum.GetValues<VariantFormat>();

    /// <summary>Null unless the file name is spelled exactly as we print it, so that each variant has one address.</summary>
    public static VariantAddress? Parse(string file)
    {
        var dash = file.LastIndexOf('-');
        var dot = file.LastIndexOf('.');
        if (dash < 1 || dot < dash
            || !int.TryParse(file.AsSpan((dash + 1)..dot), NumberStyles.None, CultureInfo.InvariantCulture, out var width))
        {
            return null;
        }

        foreach (var format in Formats)
        {
            var address = new VariantAddress(file[..dash], width, format);
            if (address.ToString() == file)
            {
                return address;
            }
        }

        return null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}-{Width}.{Format.Extension()}");
}
