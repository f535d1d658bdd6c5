using System.Globalization;
using NewsPortal.Changes;

namespace NewsPortal.Media;

/// <summary>
/// A picture file and what is said of it by default. Caption, alt and credit are three things: a caption tells the
/// news, alt describes the picture to those who cannot see it, a credit names whose it is.
/// </summary>
public class Photo : Announcer
{
    public const int CaptionLength = 1000;
    public const int AltLength = 1000;
    public const int CreditLength = 300;

    public int Id { get; private set; }

    /// <summary>Lower-case hex SHA-256 of the kept file, which is also its name in the store; null while the file is missing.</summary>
    public string? Hash { get; set; }

    /// <summary>Readable part of the picture's addresses: a slug, never empty.</summary>
    public required string Name { get; set; }

    /// <summary>Pixels, upright.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    public string? Caption { get; set; }

    public string? Alt { get; set; }

    public string? Credit { get; set; }

    /// <summary>Said by a person: the picture tells nothing that the text does not, so its alt is empty on purpose.</summary>
    public bool Decorative { get; set; }

    /// <summary>Where the file was said to be, for a picture that could not be fetched.</summary>
    public string? SourceUrl { get; set; }

    public DateTime AddedUtc { get; set; }

    /// <summary>True when only the words came and the file did not: a neutral placeholder stands in.</summary>
    public bool IsMissing => Hash is null;

    protected override string Subject => CacheTag.Photo(Id);

    /// <summary>The file comes after the words.</summary>
    public void Arrive(StoredPhoto file, DateTime now)
    {
        (Hash, Width, Height) = (file.Hash, file.Width, file.Height);
        // A story with a picture may stand where one without may not.
        Announce(ChangeKind.PhotoArrived, now, () => [CacheTag.Front]);
    }

    /// <summary>The address of one variant, from the root of the site.</summary>
    /// <param name="width">One of <see cref="VariantWidths.For"/>.</param>
    public string VariantPath(int width, VariantFormat format)
        => string.Create(CultureInfo.InvariantCulture, $"/media/{Id}/{new VariantAddress(Uri.EscapeDataString(Name), width, format)}");

    public string CaptionFor(Figure use) => use.Caption ?? Caption ?? "";

    public string CreditFor(Figure use) => use.Credit ?? Credit ?? "";

    /// <summary>What the use says comes first: alt words written for this use outweigh "decorative" said of the photo.</summary>
    public string AltFor(Figure use)
    {
        var decorative = use.Decorative ?? (use.Alt is null && Decorative);
        return decorative ? "" : use.Alt ?? Alt ?? "";
    }
}
