using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Sections;

namespace NewsPortal.Import.WordPress;

/// <summary>Tags, and the categories of a story besides its section. Only those of some story come: a tag without one has no page.</summary>
internal sealed class TagImport(NewsDb db, ImportLedger ledger, OldAddresses addresses)
{
    private const string Kind = "tag";

    public async Task<List<int>> OfAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        var section = run.Survey.LeadOf(item);
        var ids = new List<int>();
        foreach (var term in item.Terms)
        {
            var besides = term.Taxonomy == "category" && term.Slug != section && !WxrSurvey.IsDefault(term.Slug);
            if (term.Taxonomy == "post_tag" || besides)
            {
                ids.Add(await IdOfAsync(run, term, cancel));
            }
        }

        return ids.Distinct().ToList();
    }

    private async Task<int> IdOfAsync(WordPressRun run, WxrItemTerm term, CancellationToken cancel)
    {
        // A category and a tag of one name are one tag here, each with its own old address.
        var key = term.Taxonomy == "category" ? "category/" + term.Slug : term.Slug;
        if (await ledger.FindAsync(Kind, key, cancel) is { } known)
        {
            return known;
        }

        var slug = SlugOf(term);
        var tag = await db.Tags.FirstOrDefaultAsync(other => other.Slug == slug, cancel);
        if (tag is null)
        {
            var described = term.Taxonomy == "category" ? run.Survey.CategoryOf(term.Slug) : run.Survey.TagOf(term.Slug);
            tag = new Tag { Slug = slug, Name = PlainWords.Cut(NameOf(run, term, described), Tag.NameLength) ?? slug, Description = described?.Description };
            db.Tags.Add(tag.Added(run.Now));
            await db.SaveChangesAsync(cancel);
        }

        await ledger.RememberAsync(Kind, key, tag.Id, cancel);
        await LeadAsync(run, term, tag, cancel);
        await db.SaveChangesAsync(cancel);
        run.Report.Count("tags", ImportOutcome.Added);
        return tag.Id;
    }

    /// <summary>WordPress numbers the slug of a category that has a tag's name ("markup-2"); here they are one tag.</summary>
    private static string SlugOf(WxrItemTerm term)
    {
        var slug = Slug.Of(Uri.UnescapeDataString(term.Slug), Tag.SlugLength, "tag");
        var ofName = Slug.Of(PlainWords.Of(term.Name), Tag.SlugLength, "tag");
        return slug.StartsWith(ofName + "-", StringComparison.Ordinal) && slug[(ofName.Length + 1)..].All(char.IsAsciiDigit) ? ofName : slug;
    }

    /// <summary>
    /// WordPress adds the parent's slug to that of a category whose name another one has; readers need as much to tell
    /// the two apart.
    /// </summary>
    private static string NameOf(WordPressRun run, WxrItemTerm term, WxrTerm? described)
    {
        var name = PlainWords.Of(term.Name);
        return described?.ParentSlug is { Length: > 0 } parent && term.Slug == $"{Slug.Of(name, Tag.SlugLength, "tag")}-{parent}"
            && run.Survey.CategoryOf(parent) is { } above ? $"{name} ({PlainWords.Of(above.Name)})" : name;
    }

    private async Task LeadAsync(WordPressRun run, WxrItemTerm term, Tag tag, CancellationToken cancel)
    {
        var site = run.Survey.BaseUri.AbsolutePath.TrimEnd('/');
        if (term.Taxonomy != "category")
        {
            await addresses.LeadAsync(run, $"{site}/tag/{term.Slug}", $"/tag/{tag.Slug}", cancel);
        }
        else if (!run.Survey.IsLead(term.Slug))
        {
            await addresses.LeadAsync(run, $"{site}/category/{term.Slug}", $"/tag/{tag.Slug}", cancel);
        }
    }
}
