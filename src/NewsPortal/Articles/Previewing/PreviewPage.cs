using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Media;
using NewsPortal.Sections;

namespace NewsPortal.Articles.Previewing;

/// <summary>A copy as its story's page would show it.</summary>
public sealed record PreviewPage(Copy Copy, string BodyHtml, Section? Section, Photo? Lead, IReadOnlyList<string> Authors)
{
    public string? Language => Copy.Language ?? Section?.Language;

    public static async Task<PreviewPage> ReadAsync(NewsDb db, Copy copy, string bodyHtml, CancellationToken cancel)
    {
        var ids = copy.Bylines.Select(line => line.AuthorId).ToList();
        var names = await db.Authors.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return new(
            copy,
            bodyHtml,
            await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Id == copy.SectionId, cancel),
            copy.Lead is { } lead ? await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == lead.PhotoId, cancel) : null,
            [.. ids.Where(names.ContainsKey).Select(id => names[id])]);
    }
}
