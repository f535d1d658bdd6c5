using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Media;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Pictures: each attachment, and each picture in a text that is none. One whose file is not to be had is a photo all the
/// same, with its words and the address where it was.
/// </summary>
internal sealed class PictureImport(NewsDb db, ImportLedger ledger, PhotoStore store)
{
    public const string ByUrl = "photo-url";
    private const string ById = "photo";
    private const string InGallery = "gallery";
    private const int UsualWidth = 1200;
    private const int UsualHeight = 800;

    /// <summary>Where the files are; set for each import.</summary>
    public OldFiles Files { get; set; } = new(null, fetch: false);

    public async Task ImportAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        if (!PictureAddress.IsPicture(item.AttachmentUrl))
        {
            run.Report.Count("files", ImportOutcome.LeftOut);
            run.Tell("A file that is no picture stays where it is; links go there", $"{item.Label}, {item.AttachmentUrl}");
            return;
        }

        if (await ledger.FindAsync(ById, item.Id, cancel) is { } known)
        {
            await FillAsync(run, known, item.Label, cancel);
            return;
        }

        var words = AttachmentWords.Of(item);
        var photo = await MakeAsync(run, item.AttachmentUrl, item.Label, words, cancel);
        await db.WriteAsync(async () =>
        {
            await SaveAsync(run, photo, item.AttachmentUrl, cancel);
            await ledger.RememberAsync(ById, item.Id, photo.Id, cancel);
            await ledger.RememberAsync(InGallery, GalleryKey(item), photo.Id, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    public Task<Dictionary<string, int>> FindAsync(IReadOnlyCollection<string> attachmentIds, CancellationToken cancel)
        => ledger.FindAsync(ById, attachmentIds, cancel);

    public async Task<(int Id, string Source)?> FindWithSourceAsync(string attachmentId, CancellationToken cancel)
    {
        if (await ledger.FindAsync(ById, attachmentId, cancel) is not { } id)
        {
            return null;
        }

        var source = await db.Photos.Where(photo => photo.Id == id).Select(photo => photo.SourceUrl).FirstOrDefaultAsync(cancel);
        return (id, source ?? "");
    }

    /// <summary>The pictures attached to a post, in their order.</summary>
    public Task<List<int>> AttachedToAsync(string postId, CancellationToken cancel) => ledger.FindByPrefixAsync(InGallery, postId + "/", cancel);

    public Task<Dictionary<string, int>> FindByAddressAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
        => ledger.FindAsync(ByUrl, keys, cancel);

    /// <summary>A picture that a text shows and no attachment tells of.</summary>
    public async Task<int> AddAsync(WordPressRun run, string address, string? alt, string label, CancellationToken cancel)
    {
        var photo = await MakeAsync(run, address, label, new AttachmentWords(null, alt, null, null, Path.GetFileNameWithoutExtension(PictureAddress.FileNameOf(address))), cancel);
        await db.WriteAsync(async () =>
        {
            await SaveAsync(run, photo, address, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return photo.Id;
    }

    private static string GalleryKey(WxrItem item)
    {
        var order = int.TryParse(item.MenuOrder, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 999_999) : 0;
        return item.ParentId is "" or "0" ? "" : string.Create(CultureInfo.InvariantCulture, $"{item.ParentId}/{order:D6}/{item.Id.PadLeft(12, '0')}");
    }

    private async Task SaveAsync(WordPressRun run, Photo photo, string address, CancellationToken cancel)
    {
        db.Photos.Add(photo);
        await db.SaveChangesAsync(cancel);
        foreach (var key in PictureAddress.KeysOf(address))
        {
            await ledger.RememberAsync(ByUrl, key, photo.Id, cancel);
        }

        run.Report.Count("pictures", ImportOutcome.Added);
    }

    private async Task<Photo> MakeAsync(WordPressRun run, string address, string label, AttachmentWords words, CancellationToken cancel)
    {
        var kept = await FetchAsync(run, address, label, cancel);
        var size = kept is null ? words.Size ?? (UsualWidth, UsualHeight) : (kept.Width, kept.Height);
        return new Photo
        {
            Hash = kept?.Hash,
            Name = Slug.Of(words.Name, 100, "picture"),
            Width = size.Item1,
            Height = size.Item2,
            Caption = PlainWords.Cut(words.Caption ?? kept?.Caption, Photo.CaptionLength),
            Alt = PlainWords.Cut(words.Alt ?? kept?.Alt, Photo.AltLength),
            Credit = PlainWords.Cut(words.Credit ?? kept?.Credit, Photo.CreditLength),
            SourceUrl = address.Length <= 2000 ? address : null,
            AddedUtc = run.Now,
        };
    }

    /// <summary>A later import may have the file that an earlier one had not.</summary>
    private async Task FillAsync(WordPressRun run, int photoId, string label, CancellationToken cancel)
    {
        var photo = await db.Photos.FirstOrDefaultAsync(found => found.Id == photoId, cancel);
        var kept = photo is { IsMissing: true, SourceUrl: { } address } ? await FetchAsync(run, address, label, cancel) : null;
        if (kept is null)
        {
            run.Report.Count("pictures", ImportOutcome.Unchanged);
            return;
        }

        photo!.Arrive(kept, run.Now);
        await db.SaveChangesAsync(cancel);
        run.Report.Count("pictures", ImportOutcome.Updated);
    }

    private async Task<StoredPhoto?> FetchAsync(WordPressRun run, string address, string label, CancellationToken cancel)
    {
        if (!Uri.TryCreate(run.Survey.BaseUri, address, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            run.Tell("A picture's address cannot be understood; a placeholder stands in", $"{label}, {address}");
            return null;
        }

        var (file, reason) = await Files.OpenAsync(uri, cancel);
        if (file is null)
        {
            run.Tell($"A picture's file did not come, {reason}; a placeholder stands in", $"{label}, {address}");
            return null;
        }

        try
        {
            await using (file)
            {
                return await store.AddAsync(file, cancel);
            }
        }
        catch (RefusedException refused)
        {
            run.Tell("A picture's file was refused; a placeholder stands in", $"{label}, {address}: {refused.Message}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException && !cancel.IsCancellationRequested)
        {
            run.Tell("A picture's file broke off; a placeholder stands in", $"{label}, {address}");
        }

        return null;
    }
}
