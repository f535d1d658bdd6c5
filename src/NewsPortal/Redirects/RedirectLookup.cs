using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Redirects;

/// <summary>Where an old address leads now.</summary>
public sealed partial class RedirectLookup(NewsDb db, PageBasis basis)
{
    /// <param name="path">As asked for, unescaped or not.</param>
    /// <param name="query">The part of the query that tells one page from another; null for none.</param>
    /// <param name="cancel">Stops the look-up.</param>
    /// <returns>A local path; null when nothing leads on, or only to something that readers cannot see.</returns>
    public async Task<string?> FindAsync(string path, string? query, CancellationToken cancel)
    {
        if (RedirectPath.Of(path, query) is not { } asked)
        {
            return null;
        }

        var found = await FindAsync(asked, cancel) ?? (query is null ? await FindWithoutTailAsync(asked, cancel) : null);
        // To itself is no way on.
        return found == asked || found == path ? null : found;
    }

    /// <summary>What WordPress hangs on an address: a page of it, of its comments, its feed.</summary>
    [GeneratedRegex(@"/(?:page/)?\d+$|/comment-page-\d+$|/(?:feed|amp|trackback|embed)(?:/(?:rss|rss2|rdf|atom))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    private async Task<string?> FindWithoutTailAsync(string path, CancellationToken cancel)
    {
        var shorter = Tail().Replace(path, "");
        return shorter.Length > 0 && shorter != path ? await FindAsync(shorter, cancel) : null;
    }

    private async Task<string?> FindAsync(string path, CancellationToken cancel)
    {
        var found = await db.Redirects.AsNoTracking().Where(redirect => redirect.Path == path)
            .Select(redirect => new
            {
                redirect.Target,
                redirect.ArticleId,
                redirect.Article!.Slug,
                State = (ArticleState?)redirect.Article.State,
                Section = redirect.Article.Section!.Slug,
            })
            .FirstOrDefaultAsync(cancel);
        basis.RestsOn(found?.ArticleId is { } story ? [CacheTag.Address(story)] : []);
        return found switch
        {
            null => null,
            { ArticleId: null } => IsLocal(found.Target) ? found.Target : null,
            // A withdrawn story tells so itself.
            { State: ArticleState.Published or ArticleState.Withdrawn } => StoryAddress.Of(found.Section, found.Slug, found.ArticleId.Value),
            _ => null,
        };
    }

    private static bool IsLocal(string? target) => target is ['/', ..] and not ['/', '/' or '\\', ..];
}
