using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Shared;

/// <summary>
/// The sections in the masthead and the standing pages in the foot. They change a few times a year and stand on every
/// page, so no page waits for them: links older than <see cref="Freshness"/> are shown once more and read anew behind.
/// </summary>
public sealed class Navigation(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Navigation> log)
{
    /// <summary>How long a section renamed by another process may keep its old name on a page that is often asked for.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private const int MostPages = 12;

    private NavigationLinks? links;
    private int isReading;

    public async ValueTask<NavigationLinks> ReadAsync(CancellationToken cancel = default)
    {
        if (links is not { } known)
        {
            return links = await LoadAsync(cancel);
        }

        if (clock.GetElapsedTime(known.ReadAt) > Freshness && Interlocked.Exchange(ref isReading, 1) == 0)
        {
            _ = RefreshAsync();
        }

        return known;
    }

    /// <summary>Called when this process changed a section or a standing page: the next page shows it.</summary>
    public void Forget() => links = null;

    private async Task RefreshAsync()
    {
        try
        {
            links = await LoadAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The navigation could not be read anew; pages keep the last one");
        }
        finally
        {
            Volatile.Write(ref isReading, 0);
        }
    }

    private async Task<NavigationLinks> LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var sections = await db.Sections.AsNoTracking().Where(s => s.Position >= 0).OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionLink(s.Id, s.Slug, s.Name, s.Language)).ToListAsync(cancel);
        var pages = await db.Articles.AsNoTracking().Published().Where(a => a.Kind == ArticleKind.Page && a.Pinned).OrderBy(a => a.Id).Take(MostPages)
            .Select(a => new PageLink(StoryAddress.Of(null, a.Slug, a.Id), a.FrontHeadline ?? a.Headline, a.Language)).ToListAsync(cancel);
        return new NavigationLinks(sections, pages, clock.GetTimestamp());
    }
}

public sealed record NavigationLinks(IReadOnlyList<SectionLink> Sections, IReadOnlyList<PageLink> Pages, long ReadAt);

public sealed record SectionLink(int Id, string Slug, string Name, string? Language);

public sealed record PageLink(string Path, string Name, string? Language);
