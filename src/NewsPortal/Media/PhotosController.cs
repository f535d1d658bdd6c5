using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsPortal.Data;

namespace NewsPortal.Media;

[Route("media/{id:int:min(1)}/{file}")]
public sealed class PhotosController(NewsDb db, PhotoVariants variants) : Controller
{
    [HttpGet, HttpHead]
    public async Task<IActionResult> Show(int id, string file, CancellationToken cancel)
    {
        if (VariantAddress.Parse(file) is not { } wanted)
        {
            return NotFound();
        }

        var photo = await db.Photos.AsNoTracking().Where(photo => photo.Id == id)
            .Select(photo => new { photo.Name, photo.Hash, photo.Width }).FirstOrDefaultAsync(cancel);
        return photo?.Hash is not null && photo.Name == wanted.Name && VariantWidths.For(photo.Width).Contains(wanted.Width)
            && await variants.FileAsync(photo.Hash, wanted.Width, wanted.Format, cancel) is { } path
            ? Kept(path, wanted.Format)
            : NotFound();
    }

    private PhysicalFileResult Kept(string path, VariantFormat format)
    {
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        // Feeds and other papers show our pictures in their pages.
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var file = new FileInfo(path);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{Path.GetFileNameWithoutExtension(path)}-{file.Length:x}\"");
        return PhysicalFile(path, format.ContentType(), file.LastWriteTimeUtc, new EntityTagHeaderValue(tag), enableRangeProcessing: true);
    }
}
