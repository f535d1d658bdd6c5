using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsPortal.Import.WordPress;

/// <summary>Finds out which photo each picture of a body is, and puts the pictures of its galleries in their place.</summary>
internal sealed partial class BodyPictures(PictureImport pictures)
{
    /// <summary>The attribute that names an element's photo once it is known.</summary>
    public const string PhotoId = "data-photo";

    public async Task ResolveAsync(WordPressRun run, WxrItem item, IElement body, CancellationToken cancel)
    {
        await FillGalleriesAsync(run, item, body, cancel);
        var images = body.QuerySelectorAll($"img:not([{PhotoId}])").Where(IsPicture).ToList();
        var known = await pictures.FindByAddressAsync([.. images.SelectMany(image => PictureAddress.KeysOf(Source(run, image)))], cancel);
        foreach (var image in images)
        {
            var address = Source(run, image);
            var key = PictureAddress.KeysOf(address).FirstOrDefault(known.ContainsKey);
            var id = key is not null ? known[key] : await OfAttachmentAsync(image, address, cancel);
            if (id is null && address.Length > 0)
            {
                id = await pictures.AddAsync(run, address, AttachmentWords.Describing(image.GetAttribute("alt"), address), item.Label, cancel);
                foreach (var added in PictureAddress.KeysOf(address))
                {
                    known[added] = id.Value;
                }
            }

            Mark(image, id);
        }
    }

    private static void Mark(IElement image, int? id)
    {
        if (id is { } photo)
        {
            image.SetAttribute(PhotoId, photo.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Absolute; empty when there is none that could be asked for.</summary>
    private static string Source(WordPressRun run, IElement image)
        => image.GetAttribute("src")?.Trim() is { Length: > 0 } source && Uri.TryCreate(run.Survey.BaseUri, source, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : "";

    private static bool IsPicture(IElement image)
        => !image.ClassList.Contains("wp-smiley") && !image.ClassList.Contains("emoji")
            && !(image.GetAttribute("width") is "1" or "0" && image.GetAttribute("height") is "1" or "0");

    /// <summary>By the id that WordPress writes into a picture's class, if the file's name agrees: ids of merged sites lie.</summary>
    private async Task<int?> OfAttachmentAsync(IElement image, string address, CancellationToken cancel)
    {
        var named = ClassId().Match(image.ClassName ?? "");
        var id = named.Success ? named.Groups[1].Value : image.GetAttribute("data-id") ?? "";
        if (id.Length == 0)
        {
            return null;
        }

        var photo = await pictures.FindWithSourceAsync(id, cancel);
        return photo is { } found && (address.Length == 0 || PictureAddress.FileNameOf(found.Source) == PictureAddress.FileNameOf(address)) ? found.Id : null;
    }

    private async Task FillGalleriesAsync(WordPressRun run, WxrItem item, IElement body, CancellationToken cancel)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var gallery in body.QuerySelectorAll(WordPressShortcodes.Gallery).ToList())
        {
            var photos = await PhotosOfAsync(run, item, gallery, cancel);
            if (photos.Count == 0)
            {
                run.Tell("A gallery has no pictures in this export", item.Label);
            }
            else if (!shown.Add(string.Join(' ', photos)))
            {
                run.Tell("A gallery that shows the same pictures again was left out", item.Label);
                LeaveOut(gallery);
                continue;
            }

            var group = gallery.Owner!.CreateElement("div");
            foreach (var photo in photos)
            {
                var image = gallery.Owner.CreateElement("img");
                Mark(image, photo);
                group.AppendChild(image);
            }

            gallery.Replace(group);
        }
    }

    /// <summary>A heading over nothing else goes with it.</summary>
    private static void LeaveOut(IElement gallery)
    {
        var isLast = gallery.NextElementSibling is not { } next || next is IHtmlHeadingElement;
        if (isLast && gallery.PreviousElementSibling is IHtmlHeadingElement heading)
        {
            heading.Remove();
        }

        gallery.Remove();
    }

    private async Task<List<int>> PhotosOfAsync(WordPressRun run, WxrItem item, IElement gallery, CancellationToken cancel)
    {
        var ids = Numbers(gallery, "ids");
        if (ids.Length == 0)
        {
            var of = Numbers(gallery, "of");
            var all = await pictures.AttachedToAsync(of.Length > 0 ? of[0] : item.Id, cancel);
            var excluded = (await pictures.FindAsync(Numbers(gallery, "exclude"), cancel)).Values.ToHashSet();
            return all.Where(photo => !excluded.Contains(photo)).ToList();
        }

        var found = await pictures.FindAsync(ids, cancel);
        foreach (var missing in ids.Where(id => !found.ContainsKey(id)))
        {
            run.Tell("A gallery's picture is not in this export", $"{item.Label}, attachment {missing}");
        }

        return ids.Where(found.ContainsKey).Select(id => found[id]).ToList();
    }

    private static string[] Numbers(IElement element, string attribute)
        => (element.GetAttribute(attribute) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\bwp-image-(\d{1,18})\b", RegexOptions.CultureInvariant)]
    private static partial Regex ClassId();
}
