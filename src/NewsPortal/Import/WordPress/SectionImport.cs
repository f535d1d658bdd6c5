using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Sections;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Categories as sections: those that lead some story, the largest of them in the navigation. Stories of no category that
/// says anything go to one section of news.
/// </summary>
internal sealed class SectionImport(NewsDb db, ImportLedger ledger, OldAddresses addresses, Words words, Site site)
{
    private const string Kind = "section";
    private const string NoCategory = "";
    private const int InNavigation = 10;

    public async Task ImportAsync(WordPressRun run, CancellationToken cancel)
    {
        foreach (var (slug, _) in run.Survey.Leads)
        {
            var category = run.Survey.CategoryOf(slug);
            var name = PlainWords.Of(category?.Name is { Length: > 0 } given ? given : Uri.UnescapeDataString(slug));
            await db.WriteAsync(() => AddAsync(run, slug, name, category, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The section of a story; made on first need for stories of no category.</summary>
    public async Task<int> OfAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        var lead = run.Survey.LeadOf(item) ?? NoCategory;
        return await ledger.FindAsync(Kind, KeyOf(lead), cancel)
            ?? await AddAsync(run, lead, lead == NoCategory ? NameOfNews() : PlainWords.Of(lead), null, cancel);
    }

    private string NameOfNews()
    {
        using var spoken = new CultureScope(site.Culture);
        return words["News"];
    }

    // A key is never empty.
    private static string KeyOf(string slug) => slug == NoCategory ? "(none)" : slug;

    private async Task<int> AddAsync(WordPressRun run, string slug, string name, WxrTerm? category, CancellationToken cancel)
    {
        if (await ledger.FindAsync(Kind, KeyOf(slug), cancel) is { } known)
        {
            run.Report.Count("sections", ImportOutcome.Unchanged);
            return known;
        }

        var section = await FindOrMakeAsync(run, slug, name, category, cancel);
        await ledger.RememberAsync(Kind, KeyOf(slug), section.Id, cancel);
        foreach (var path in OldPaths(run, slug == NoCategory ? "uncategorized" : slug))
        {
            await addresses.LeadAsync(run, path, $"/{section.Slug}", cancel);
        }

        await db.SaveChangesAsync(cancel);
        run.Report.Count("sections", ImportOutcome.Added);
        return section.Id;
    }

    private async Task<Section> FindOrMakeAsync(WordPressRun run, string slug, string name, WxrTerm? category, CancellationToken cancel)
    {
        var shown = PlainWords.Cut(name, Section.NameLength) ?? slug;
        var wanted = Slug.Of(slug == NoCategory ? shown : Uri.UnescapeDataString(slug), Section.SlugLength, "section");
        if (await db.Sections.FirstOrDefaultAsync(section => section.Slug == wanted, cancel) is { } same)
        {
            return same;
        }

        var free = await FreeSlug.OfAsync(wanted, Section.SlugLength, taken
            => Task.FromResult(Section.ReservedSlugs.Contains(taken)));
        // A section of nothing but drafts would be an empty page in the navigation.
        var empty = slug != NoCategory && run.Survey.PublishedUnder(slug) == 0;
        var made = new Section
        {
            Slug = free,
            Name = shown,
            Description = category?.Description,
            Position = empty ? -1 : await NextPositionAsync(cancel),
        };
        db.Sections.Add(made.Added(WordPressRun.By, run.Now));
        await db.SaveChangesAsync(cancel);
        return made;
    }

    private async Task<int> NextPositionAsync(CancellationToken cancel)
    {
        var taken = await db.Sections.Where(section => section.Position >= 0).Select(section => section.Position).ToListAsync(cancel);
        return taken.Count < InNavigation ? taken.DefaultIfEmpty(-1).Max() + 1 : -1;
    }

    private static IEnumerable<string> OldPaths(WordPressRun run, string slug)
    {
        var site = run.Survey.BaseUri.AbsolutePath.TrimEnd('/');
        yield return $"{site}/category/{slug}";
        var (path, category) = (slug, run.Survey.CategoryOf(slug));
        if (category?.Id is { Length: > 0 } id)
        {
            yield return $"{site}/?cat={id}";
        }

        // A category below another is also reached by way of it.
        for (var depth = 0; depth < 10 && category?.ParentSlug is { Length: > 0 } parent; depth++)
        {
            (path, category) = ($"{parent}/{path}", run.Survey.CategoryOf(parent));
            yield return $"{site}/category/{path}";
        }
    }
}
