using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>Every address of the small paper, and what a fact does to what is there.</summary>
public sealed partial class SmallPaper
{
    private static readonly string[] Lists =
    [
        "/", "/world", "/economy", "/turkce", "/oddities", "/tag/floods", "/tag/bridges", "/author/ada-quill", "/author/bo-reed",
        "/archive", "/archive/2026", "/archive/2026/11", "/archive/2026/11/22", "/archive/2026/11/10", "/archive/2026/01", "/archive/2025",
        "/last-minute", "/search", "/search?q=bridge", "/search?q=bridge&section=economy", "/search?q=zebra",
    ];

    private static readonly string[] Others =
    [
        "/rss.xml", "/world/rss.xml", "/oddities/rss.xml", "/tag/floods/rss.xml", "/author/ada-quill/rss.xml", "/author/bo-reed/rss.xml",
        "/robots.txt", "/sitemap.xml", "/sitemap/pages.xml", "/sitemap/stories-0.xml", "/sitemap/stories-1.xml", "/site.webmanifest", "/offline",
        "/no-such-section", "/no/such/address", "/world/no-such-story-99999", "/archive/2026/13",
        "/weather", "/weather/rss.xml", "/tag/ferries", "/author/cem-tan", "/old/story", "/old/part", "/old/later", "/old/coming",
    ];

    // One story's page is like another's: these are not looked at.
    private static readonly string[] Unwatched = ["w09", "w11", "w15", "w16", "w17", "w18", "w21", "w23", "e02", "e03", "e04", "e05"];

    // Their other addresses are looked at too: with a wrong slug, and their comments.
    private static readonly string[] Watched = ["w01", "w03", "w04", "w05", "w10", "w14", "gone", "coming", "o00", "about"];

    internal IReadOnlyDictionary<string, Page> Pages => last!;

    /// <summary>What was touched by a deed, and what each page says before and after it.</summary>
    internal async Task<Effect> FollowAsync(Func<SmallPaper, Task> deed)
    {
        var before = last!;
        var seq = await NewestAsync();
        // What happens later is later.
        Newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await deed(this);
        var told = await Newsroom.WithDbAsync(db => db.Changes.AsNoTracking().Where(c => c.Seq > seq).OrderBy(c => c.Seq).ToListAsync());
        last = await ReadAllAsync();
        return new Effect(before, last, told.SelectMany(change => change.Payload.Split(' ').Append(change.Subject)).ToHashSet(StringComparer.Ordinal));
    }

    private Task<long> NewestAsync() => Newsroom.WithDbAsync(db => db.Changes.MaxAsync(c => c.Seq));

    private async Task ListAddressesAsync()
    {
        using var reader = Newsroom.Reader();
        foreach (var list in Lists)
        {
            await WalkAsync(reader, list);
        }

        Add(Others);
        var query = $"before={new Cursor(Now.AddYears(1), 1)}";
        Add($"/world?{query}", $"/archive?{query}", $"/world?after={new Cursor(Now.AddYears(-30), 1)}", $"/world?before={new Cursor(Now.AddYears(-30), 1)}", "/world?before=x");
        foreach (var (name, id) in ids)
        {
            var section = await Newsroom.WithDbAsync(db => db.Drafts.Where(d => d.ArticleId == id).Join(db.Sections, d => d.SectionId, s => s.Id, (d, s) => s.Slug).FirstOrDefaultAsync());
            var address = StoryAddress.Of(section, Slug.Of(name), id);
            Add(Unwatched.Contains(name) ? [] : [address]);
            Add(Watched.Contains(name) ? [$"/economy/wrong-{id}", $"{address}/comments?after={new Cursor(Now.AddYears(-1), 1)}"] : []);
        }

        var talk = await reader.PageAsync(addresses.Single(address => address.EndsWith($"/w10-{ids["w10"]}", StringComparison.Ordinal)));
        Add(talk.QuerySelector(".talk a.btn")!.GetAttribute("href")!);
        Add(CoverageAddresses());
    }

    // The second page, and the first as its link back asks for it.
    private async Task WalkAsync(HttpClient reader, string list)
    {
        Add(list);
        if ((await reader.PageAsync(list)).QuerySelector("a[rel=next]")?.GetAttribute("href") is { } older)
        {
            Add(older);
            Add((await reader.PageAsync(older)).QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        }
    }

    private void Add(params IEnumerable<string> paths) => addresses.UnionWith(paths);

    private async Task<IReadOnlyDictionary<string, Page>> ReadAllAsync()
    {
        using var reader = Newsroom.Reader();
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            pages[address] = await recorder.ReadAsync(reader, address);
        }

        return pages;
    }
}

internal sealed record Effect(IReadOnlyDictionary<string, Page> Before, IReadOnlyDictionary<string, Page> After, IReadOnlySet<string> Touched)
{
    /// <summary>Pages that say something else now.</summary>
    public IReadOnlySet<string> Changed => Before.Where(page => !page.Value.SaysTheSameAs(After[page.Key])).Select(page => page.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Pages that rested on something that was touched.</summary>
    public IReadOnlySet<string> Evicted => Before.Where(page => page.Value.Tags.Any(Touched.Contains)).Select(page => page.Key).ToHashSet(StringComparer.Ordinal);
}
