using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Feeds;

/// <summary>
/// Every address of the paper, in files of a fixed range of story ids each: a story never moves from one file to
/// another, and a file costs the same however large the paper is. All are read in small batches, so that no crawler's
/// slow line keeps the database reading.
/// </summary>
public sealed class Sitemap(NewsDb db, PageBasis basis)
{
    /// <summary>Ids in one file. The protocol allows 50,000 addresses and 50 MB.</summary>
    public const int IdsPerFile = 10_000;

    private const int Batch = 1000;
    private const int MostPages = 1000;

    /// <summary>The file of a story with this id.</summary>
    public static int FileOf(int id) => id / IdsPerFile;

    public async IAsyncEnumerable<SitemapEntry> FilesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new SitemapEntry("/sitemap/pages.xml");
        var last = await LastFileAsync(cancel);
        // The first story of the next file makes this one longer.
        basis.RestsOn(CacheTag.Sitemap(last + 1));
        for (var file = 0; file <= last; file++)
        {
            yield return new SitemapEntry(FormattableString.Invariant($"/sitemap/stories-{file}.xml"));
        }
    }

    /// <summary>The front page, the sections and the standing pages.</summary>
    public async IAsyncEnumerable<SitemapEntry> PagesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        basis.RestsOn(CacheTag.PagesSitemap);
        yield return new SitemapEntry("/");
        foreach (var slug in await db.Sections.OrderBy(s => s.Id).Take(MostPages).Select(s => s.Slug).ToListAsync(cancel))
        {
            yield return new SitemapEntry($"/{slug}");
        }

        var pages = await db.Articles.Published().Where(a => a.Kind == ArticleKind.Page).OrderBy(a => a.Id).Take(MostPages)
            .Select(a => new { a.Id, a.Slug, a.ModifiedUtc }).ToListAsync(cancel);
        foreach (var page in pages)
        {
            yield return new SitemapEntry(StoryAddress.Of(null, page.Slug, page.Id), page.ModifiedUtc);
        }
    }

    public async Task<bool> HasFileAsync(int file, CancellationToken cancel)
    {
        basis.RestsOn(CacheTag.Sitemap(file));
        return file >= 0 && file <= await LastFileAsync(cancel);
    }

    /// <summary>The published stories of a file, in the order of their ids.</summary>
    public async IAsyncEnumerable<SitemapEntry> StoriesAsync(int file, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var at = 0; at < IdsPerFile; at += Batch)
        {
            foreach (var story in await StoriesAsync((file * IdsPerFile) + at, Batch, cancel))
            {
                yield return story;
            }
        }
    }

    // What is listed is picked out here and not by the database, which would take the index of lists for it and sort them.
    private async Task<IEnumerable<SitemapEntry>> StoriesAsync(int first, int count, CancellationToken cancel)
    {
        var rows = await db.Articles.Where(a => a.Id >= first && a.Id < first + count).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Kind, a.State, a.Slug, Section = a.Section!.Slug, a.ModifiedUtc }).ToListAsync(cancel);
        return rows.Where(row => row is { Kind: ArticleKind.Story, State: ArticleState.Published })
            .Select(row => new SitemapEntry(StoryAddress.Of(row.Section, row.Slug, row.Id), row.ModifiedUtc));
    }

    private async Task<int> LastFileAsync(CancellationToken cancel)
        => await db.Articles.OrderByDescending(a => a.Id).Select(a => (int?)a.Id).FirstOrDefaultAsync(cancel) is { } last ? FileOf(last) : -1;
}

/// <param name="Path">From the root of the site.</param>
/// <param name="ModifiedUtc">Null where it is not known: a guess would teach crawlers to trust none.</param>
public sealed record SitemapEntry(string Path, DateTime? ModifiedUtc = null);
