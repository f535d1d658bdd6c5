using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Shared;

/// <summary>
/// The sections in the masthead and the standing pages in the foot. They change a few times a year and stand on every
/// page, so they are read again after <see cref="Freshness"/> and not on each request.
/// </summary>
public sealed class Navigation(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long a renamed section may keep its old name on pages.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private const int MostPages = 12;

    private NavigationLinks? links;

    public async ValueTask<NavigationLinks> ReadAsync(CancellationToken cancel = default)
    {
        var known = links;
        if (known is not null && clock.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var sections = await db.Sections.AsNoTracking().Where(s => s.Position >= 0).OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionLink(s.Id, s.Slug, s.Name, s.Language)).ToListAsync(cancel);
        var pages = await db.Articles.AsNoTracking().Published().Where(a => a.Kind == ArticleKind.Page).OrderBy(a => a.Id).Take(MostPages)
            .Select(a => new PageLink(StoryAddress.Of(null, a.Slug, a.Id), a.FrontHeadline ?? a.Headline, a.Language)).ToListAsync(cancel);
        return links = new NavigationLinks(sections, pages, clock.GetTimestamp());
    }

    /// <summary>Called when this process changed a section or a standing page.</summary>
    public void Forget() => links = null;
}

public sealed record NavigationLinks(IReadOnlyList<SectionLink> Sections, IReadOnlyList<PageLink> Pages, long ReadAt);

public sealed record SectionLink(int Id, string Slug, string Name, string? Language);

public sealed record PageLink(string Path, string Name, string? Language);
