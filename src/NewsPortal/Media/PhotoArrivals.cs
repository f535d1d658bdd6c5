using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Media;

/// <summary>Takes a sent picture into the paper. One that is here already is not kept twice.</summary>
public sealed class PhotoArrivals(NewsDb db, PhotoStore store, TimeProvider clock)
{
    private const int NameLength = 80;

    /// <param name="sent">The file, from anybody.</param>
    /// <param name="fileName">What its sender called it.</param>
    /// <exception cref="RefusedException">It is no picture we take; nothing is kept.</exception>
    public async Task<Photo> AddAsync(Stream sent, string fileName, CancellationToken cancel)
    {
        var stored = await store.AddAsync(sent, cancel);
        if (await db.Photos.FirstOrDefaultAsync(photo => photo.Hash == stored.Hash, cancel) is { } known)
        {
            return known;
        }

        var name = Slug.Of(Path.GetFileNameWithoutExtension(fileName), NameLength, "photo");
        var photo = stored.AsPhoto(name, clock.GetUtcNow().UtcDateTime);
        db.Add(photo);
        await db.SaveChangesAsync(cancel);
        return photo;
    }
}
