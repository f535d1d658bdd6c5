using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <summary>What an attachment says of its picture: caption, alt and credit are three things.</summary>
/// <param name="Size">Width and height in pixels.</param>
/// <param name="Name">For its addresses.</param>
internal sealed partial record AttachmentWords(string? Caption, string? Alt, string? Credit, (int Width, int Height)? Size, string Name)
{
    private static readonly string[] CreditKeys =
        ["_media_credit", "media_credit", "_credit", "credit", "source_credit", "_source_credit", "photo_credit", "_wp_attachment_source_name", "_navis_media_credit"];

    public static AttachmentWords Of(WxrItem item)
    {
        var metadata = item.MetaValue("_wp_attachment_metadata") ?? "";
        var caption = PlainWords.Of(item.Excerpt);
        var description = PlainWords.Of(item.Content);
        var credit = CreditKeys.Select(item.MetaValue).FirstOrDefault(value => value is not null) ?? PhpMeta.CreditOf(metadata);
        credit = credit is null ? CreditIn(description) : PlainWords.Of(credit);
        // A description that is no credit is the caption of a picture that has none.
        caption = caption.Length == 0 && credit is null ? description : caption;
        return new AttachmentWords(
            caption.Length > 0 ? caption : null,
            Describing(item.MetaValue("_wp_attachment_image_alt"), item.AttachmentUrl),
            credit,
            PhpMeta.SizeOf(metadata),
            item.Title.Length > 0 ? PlainWords.Of(item.Title) : Path.GetFileNameWithoutExtension(PictureAddress.FileNameOf(item.AttachmentUrl)));
    }

    /// <summary>An alt text that is only the file's name describes nothing.</summary>
    public static string? Describing(string? alt, string address)
    {
        var words = PlainWords.Of(alt ?? "");
        var file = PictureAddress.FileNameOf(address);
        var isFileName = words.Equals(file, StringComparison.OrdinalIgnoreCase)
            || (words.Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase) && words.Any(c => !char.IsLetter(c)));
        return words.Length == 0 || isFileName || CameraName().IsMatch(words) ? null : words;
    }

    private static string? CreditIn(string description)
        => description.Length is > 0 and < 300 && CreditStart().IsMatch(description)
            // Of an address only the site is worth printing under a picture.
            ? Address().Replace(description, address => address.Groups["host"].Value)
            : null;

    [GeneratedRegex(@"^(?:DSC[NF]?|IMG|DCP|PICT|P|CIMG|MVC|WP)?[_-]?\d[\d_-]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CameraName();

    [GeneratedRegex(@"^(?:(?:photo|picture|image|credits?|source|courtesy|foto(?:ğraf)?|kaynak|bild)\b.{0,20}?(?::|\bby\b|\bof\b|/)|©|\(c\)\s|copyright\b|public domain\b|CC[ -](?:BY|0)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CreditStart();

    [GeneratedRegex(@"https?://(?:www\.)?(?<host>[^/\s]+)\S*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
