using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Media;
using NewsPortal.Sections;

namespace NewsPortal.Admin.Articles;

/// <summary>Takes in a form: names of tags and addresses of stories become what they stand for.</summary>
public sealed class CopyDesk(NewsDb db, TagNames tags, Site site)
{
    /// <param name="form">With nothing too long in it.</param>
    public async Task<Copy> ReadAsync(CopyForm form, int articleId, CancellationToken cancel)
    {
        var asked = form.RelatedIds.Concat(CopyForms.StoryNumbers(form.RelatedMore)).Distinct().Where(id => id != articleId).ToList();
        var there = asked.Count == 0 ? [] : await db.Articles.Where(a => asked.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        var copy = form.ToCopy(await tags.KeepAsync(form.Tags, cancel), [.. asked.Where(there.Contains)], await PhotoAsync(form.LeadPhotoId, cancel));
        // Of two readings of one clock an embargo means the later: it must not end too soon.
        return copy with { EmbargoUtc = WallTime.Read(form.Embargo, site.Zone).Offers is [.., var last] ? last.Utc : null };
    }

    public async Task<CopyForm> FillAsync(Copy copy, bool slugFollows, CancellationToken cancel)
    {
        var photo = await PhotoAsync(copy.Lead?.PhotoId, cancel);
        var form = CopyForms.Of(copy, await tags.ListAsync(copy.TagIds, cancel), photo, slugFollows);
        form.Embargo = copy.EmbargoUtc is { } embargo ? WallTime.Of(embargo, site.Zone).Text : null;
        return form;
    }

    private async Task<Photo?> PhotoAsync(int? id, CancellationToken cancel)
        => id is null ? null : await db.Photos.AsNoTracking().FirstOrDefaultAsync(photo => photo.Id == id, cancel);
}
