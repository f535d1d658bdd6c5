using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;

namespace NewsPortal.Shared;

/// <summary>
/// The sections in the masthead and the standing pages in the foot. They stand on every page and change a few times a
/// year, so they are read once after each change that touches them.
/// </summary>
public sealed class Navigation(IServiceScopeFactory scopes) : IChangeFollower
{
    private const int MostPages = 12;

    private volatile Reading reading = new();

    public async ValueTask<NavigationLinks> ReadAsync(CancellationToken cancel = default)
    {
        // Whoever began to read before a change keeps what was found in a reading that nobody else sees any more.
        var mine = reading;
        return mine.Links ??= await LoadAsync(cancel);
    }

    public void StartOver() => reading = new();

    public void Follow(IReadOnlyList<Change> changes)
    {
        if (changes.Any(change => change.Touches(CacheTag.Navigation)))
        {
            StartOver();
        }
    }

    private async Task<NavigationLinks> LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var sections = await db.Sections.AsNoTracking().Where(s => s.Position >= 0).OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionLink(s.Id, s.Slug, s.Name, s.Language)).ToListAsync(cancel);
        var pages = await db.Articles.AsNoTracking().Published().Where(a => a.Kind == ArticleKind.Page && a.Pinned).OrderBy(a => a.Id).Take(MostPages)
            .Select(a => new PageLink(a.Slug, StoryAddress.Of(null, a.Slug, a.Id), a.FrontHeadline ?? a.Headline, a.Language)).ToListAsync(cancel);
        return new NavigationLinks(sections, pages);
    }

    private sealed class Reading
    {
        public volatile NavigationLinks? Links;
    }
}

public sealed record NavigationLinks(IReadOnlyList<SectionLink> Sections, IReadOnlyList<PageLink> Pages);

public sealed record SectionLink(int Id, string Slug, string Name, string? Language);

public sealed record PageLink(string Slug, string Path, string Name, string? Language);
