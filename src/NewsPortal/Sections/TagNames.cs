using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Search;

namespace NewsPortal.Sections;

/// <summary>Tags as people type them: names with commas between. One topic must not end up under three spellings.</summary>
public sealed class TagNames(NewsDb db, TimeProvider clock)
{
    private const int MostTags = 30;
    private const int SharedStart = 3;
    private static readonly string[] Plurals = ["es", "s", "ler", "lar"];

    /// <returns>Ids of the typed tags in their order; a name that has no tag yet gets one.</returns>
    public async Task<IReadOnlyList<int>> KeepAsync(string? typed, CancellationToken cancel)
    {
        var names = Split(typed);
        var slugs = names.ConvertAll(SlugOf);
        var known = await FindAsync(slugs, cancel);
        if (slugs.Exists(slug => !known.ContainsKey(slug)))
        {
            await db.WriteAsync(() => AddAsync(names, slugs, cancel), cancel);
            known = await FindAsync(slugs, cancel);
        }

        return [.. slugs.Distinct().Select(slug => known[slug])];
    }

    public async Task<string> ListAsync(IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var names = await db.Tags.Where(tag => ids.Contains(tag.Id)).ToDictionaryAsync(tag => tag.Id, tag => tag.Name, cancel);
        return string.Join(", ", ids.Where(names.ContainsKey).Select(id => names[id]));
    }

    /// <summary>Typed names that are no tags but look like one that is: "Election" where there is "Elections".</summary>
    public async Task<IReadOnlyList<TagHint>> HintsAsync(string? typed, CancellationToken cancel)
    {
        var hints = new List<TagHint>();
        foreach (var name in Split(typed))
        {
            var slug = SlugOf(name);
            var start = slug[..Math.Min(SharedStart, slug.Length)];
            var near = await db.Tags.Where(tag => tag.Slug.StartsWith(start)).Select(tag => new { tag.Slug, tag.Name }).ToListAsync(cancel);
            if (near.TrueForAll(tag => tag.Slug != slug) && near.Find(tag => IsAlike(tag.Name, name)) is { } other)
            {
                hints.Add(new(name, other.Name));
            }
        }

        return hints;
    }

    /// <summary>Tags whose name begins like the last that is being typed.</summary>
    public async Task<IReadOnlyList<string>> StartingAsync(string typed, CancellationToken cancel)
    {
        var slug = Slug.Of(typed, Tag.SlugLength, "");
        return slug.Length == 0 ? [] : await db.Tags.Where(tag => tag.Slug.StartsWith(slug)).OrderBy(tag => tag.Slug).Select(tag => tag.Name).Take(8).ToListAsync(cancel);
    }

    internal static bool IsAlike(string one, string other) => Core(one) == Core(other);

    private static List<string> Split(string? typed) => [.. (typed ?? "").Split([',', '\n', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(name => name.Length > Tag.NameLength ? name[..Tag.NameLength] : name).DistinctBy(SlugOf).Take(MostTags)];

    private static string SlugOf(string name) => Slug.Of(name, Tag.SlugLength, "tag");

    // "Storm gates", "storm-gate" and "Stormgate" are one topic.
    private static string Core(string name)
    {
        var letters = Fold.Of(name).Replace(" ", "", StringComparison.Ordinal);
        var plural = Array.Find(Plurals, ending => letters.Length > ending.Length + SharedStart && letters.EndsWith(ending, StringComparison.Ordinal));
        return plural is null ? letters : letters[..^plural.Length];
    }

    private Task<Dictionary<string, int>> FindAsync(List<string> slugs, CancellationToken cancel)
        => db.Tags.Where(tag => slugs.Contains(tag.Slug)).ToDictionaryAsync(tag => tag.Slug, tag => tag.Id, StringComparer.Ordinal, cancel);

    // Read again inside: somebody may have added the same one meanwhile.
    private async Task AddAsync(List<string> names, List<string> slugs, CancellationToken cancel)
    {
        var known = await FindAsync(slugs, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Tags.AddRange(names.Zip(slugs).Where(pair => !known.ContainsKey(pair.Second)).Select(pair => new Tag { Name = pair.First, Slug = pair.Second }.Added(now)));
        await db.SaveChangesAsync(cancel);
    }
}

/// <param name="Typed">What was typed.</param>
/// <param name="Known">The name of the tag that there is.</param>
public sealed record TagHint(string Typed, string Known);
