using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Redirects;
using NewsPortal.Sections;

namespace NewsPortal.Import.WordPress;

/// <summary>Old addresses and where they lead from now on. An address that the paper itself answers is left to the paper.</summary>
internal sealed class OldAddresses(NewsDb db)
{
    /// <summary>To be saved with what it tells of.</summary>
    /// <param name="run">The import.</param>
    /// <param name="path">Path, perhaps with a query behind <c>?</c>.</param>
    /// <param name="target">A local path.</param>
    /// <param name="cancel">Stops looking for the path.</param>
    public Task LeadAsync(WordPressRun run, string path, string target, CancellationToken cancel) => AddAsync(run, path, null, target, cancel);

    public Task LeadAsync(WordPressRun run, string path, int articleId, CancellationToken cancel) => AddAsync(run, path, articleId, null, cancel);

    /// <summary>The article that an address of the old site leads to, if one does.</summary>
    public async Task<Dictionary<string, int>> FindArticlesAsync(IReadOnlyCollection<string> paths, CancellationToken cancel)
        => await db.Redirects.AsNoTracking().Where(redirect => redirect.ArticleId != null && paths.Contains(redirect.Path))
            .ToDictionaryAsync(redirect => redirect.Path, redirect => redirect.ArticleId!.Value, StringComparer.Ordinal, cancel);

    public static string? Normal(string address)
    {
        var parts = address.Split('?', 2);
        return RedirectPath.Of(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <summary>
    /// "About" is kept from sections, yet it is the likeliest page of an old site: should the paper have one itself, that
    /// answers before any redirect is looked for.
    /// </summary>
    private static bool IsOurs(string path) => path == "/" || (path != "/about" && Section.ReservedSlugs.Contains(path[1..]));

    private async Task AddAsync(WordPressRun run, string address, int? articleId, string? target, CancellationToken cancel)
    {
        if (Normal(address) is not { } path)
        {
            run.Tell("An old address is too long to be kept", address);
            return;
        }

        if (path == target)
        {
            return;
        }

        if (IsOurs(path))
        {
            run.Tell("An old address is one of the paper's own pages now", path);
            return;
        }

        var existing = db.Redirects.Local.FirstOrDefault(redirect => redirect.Path == path)
            ?? await db.Redirects.AsNoTracking().FirstOrDefaultAsync(redirect => redirect.Path == path, cancel);
        if (existing is null)
        {
            // One tells for all that are saved together.
            var isFirst = db.Redirects.Local.All(redirect => redirect.Id != 0);
            var added = new Redirect { Path = path, ArticleId = articleId, Target = target };
            db.Redirects.Add(isFirst ? added.Added(run.Now) : added);
            run.Report.Count("old addresses", ImportOutcome.Added);
        }
        else if (existing.ArticleId != articleId || existing.Target != target)
        {
            run.Tell("An old address leads to something else already", path);
        }
    }
}
