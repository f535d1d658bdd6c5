using NewsPortal.Articles;
using NewsPortal.Media;
using NewsPortal.Redirects;
using NewsPortal.Sections;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>
/// A paper with one of everything: a section of two pages, one that is in no navigation, one in another language, stories
/// from this hour to last year, pictures that came and one that did not, comments on two pages, flashes, standing pages,
/// old addresses, stories that are covered live, and addresses of things that are yet to come.
/// </summary>
public sealed partial class SmallPaper : IAsyncLifetime
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly SortedSet<string> addresses = new(StringComparer.Ordinal);
    private readonly BasisRecorder recorder;
    private IReadOnlyDictionary<string, Page>? last;

    public SmallPaper() => (Newsroom, recorder) = BasisRecorder.Open();

    public Newsroom Newsroom { get; }

    public DateTime Now => Newsroom.Now;

    /// <summary>Id of a story, by what it is called here: <c>w00</c> is the newest of World.</summary>
    public int this[string story] => ids[story];

    public Section World { get; private set; } = null!;

    public Section Economy { get; private set; } = null!;

    /// <summary>In no navigation.</summary>
    public Section Oddities { get; private set; } = null!;

    public Section Turkish { get; private set; } = null!;

    public Author Ada { get; private set; } = null!;

    public Author Bo { get; private set; } = null!;

    public Tag Floods { get; private set; } = null!;

    public Tag Bridges { get; private set; } = null!;

    public Photo Lost { get; private set; } = null!;

    public Photo Kept { get; private set; } = null!;

    /// <summary>The flash at the bottom of the bar.</summary>
    public int OnAir { get; private set; }

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();

    public async ValueTask InitializeAsync()
    {
        await AddPartsAsync();
        await AddStoriesAsync();
        await AddCommentsAsync();
        await AddOthersAsync();
        await AddCoverageAsync();
        await ListAddressesAsync();
        last = await ReadAllAsync();
    }

    private async Task AddPartsAsync()
    {
        World = await Newsroom.SectionAsync("World");
        Economy = await Newsroom.SectionAsync("Economy", position: 1);
        Turkish = await Newsroom.SectionAsync("Turkce", "tr", 2);
        Oddities = await Newsroom.SectionAsync("Oddities", position: -1);
        (Ada, Bo) = (await Newsroom.AuthorAsync("Ada Quill"), await Newsroom.AuthorAsync("Bo Reed"));
        (Floods, Bridges) = (await Newsroom.TagAsync("Floods"), await Newsroom.TagAsync("Bridges"));
        (Kept, Lost) = await Newsroom.WithDbAsync(async db =>
        {
            var kept = new Photo { Name = "gate", Hash = new string('a', 64), Width = 3000, Height = 2000, Alt = "A gate", AddedUtc = Now };
            var lost = new Photo { Name = "ferry", Width = 1200, Height = 800, Alt = "A ferry", AddedUtc = Now };
            db.AddRange(kept, lost);
            await db.SaveChangesAsync();
            return (kept, lost);
        });
    }

    private async Task AddStoriesAsync()
    {
        for (var number = 23; number >= 0; number--)
        {
            var age = number < 12 ? TimeSpan.FromHours((3 * number) + 1) : TimeSpan.FromDays(number < 20 ? number : number * 20);
            await PublishAsync($"w{number:00}", World, age, copy => copy with
            {
                Bylines = [new BylineCopy(Ada.Id)],
                TagIds = number == 5 ? [Floods.Id, Bridges.Id] : [Floods.Id],
                Lead = number % 3 == 0 ? new Figure { PhotoId = number == 9 ? Lost.Id : Kept.Id } : null,
                LastMinute = number is 2 or 21,
                Pinned = number == 13,
                WorkType = number == 4 ? WorkType.Opinion : WorkType.News,
            });
        }

        for (var number = 5; number >= 0; number--)
        {
            await PublishAsync($"e{number:00}", Economy, TimeSpan.FromHours((4 * number) + 2), copy => copy with { Bylines = [new BylineCopy(Bo.Id)], TagIds = [Bridges.Id] });
        }

        await PublishAsync("o00", Oddities, TimeSpan.FromDays(3), copy => copy);
        await PublishAsync("o01", Oddities, TimeSpan.FromDays(9), copy => copy with { Lead = new Figure { PhotoId = Lost.Id } });
        await PublishAsync("t00", Turkish, TimeSpan.FromHours(5), copy => copy);
        ids["coming"] = await StartAsync("coming", Economy);
        ids["draft"] = await StartAsync("draft", World);
        await PublishAsync("w30", World, TimeSpan.FromHours(50), copy => copy with { RelatedIds = [ids["coming"], ids["w20"]] });
        await PublishAsync("gone", World, TimeSpan.FromDays(2), copy => copy with { TagIds = [Floods.Id] });
        await Newsroom.ChangeAsync(ids["gone"], article => article.Withdraw(Some.Ada, "It was not so.", Now));
        await PublishAsync("about", null, TimeSpan.FromDays(300), copy => copy with { Pinned = true });
        await PublishAsync("imprint", null, TimeSpan.FromDays(300), copy => copy);
        ids["planned page"] = await StartAsync("planned page", null);
    }

    private async Task AddCommentsAsync()
    {
        foreach (var (story, count) in new[] { ("w10", 52), ("w03", 6), ("w05", 5), ("w06", 4), ("w08", 3), ("e01", 2), ("w22", 2) })
        {
            for (var number = 0; number < count; number++)
            {
                Newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
                await Newsroom.CommentAsync(ids[story], $"Remark {number}");
            }
        }
    }

    private async Task AddOthersAsync()
    {
        OnAir = await RaiseAsync("A gate stands open", ids["w02"], TimeSpan.FromHours(6));
        var past = await RaiseAsync("The gate is shut", ids["w22"], TimeSpan.FromHours(1));
        await ChangeFlashAsync(past, flash => flash.Lift(Some.Ada, Now.AddSeconds(1)));
        Newsroom.Clock.Advance(TimeSpan.FromSeconds(2));
        await Newsroom.WithDbAsync(async db =>
        {
            db.Add(new Redirect { Path = "/old/story", ArticleId = ids["w15"] }.Added(Now));
            db.Add(new Redirect { Path = "/old/coming", ArticleId = ids["coming"] }.Added(Now));
            db.Add(new Redirect { Path = "/old/part", Target = "/economy" }.Added(Now));
            return await db.SaveChangesAsync();
        });
    }

    private async Task PublishAsync(string name, Section? section, TimeSpan age, Func<Copy, Copy> change)
        => ids[name] = (await Newsroom.PublishAsync(change(CopyOf(name, section)), Now - age, section is null ? ArticleKind.Page : ArticleKind.Story)).Id;

    private Task<int> StartAsync(string name, Section? section) => Newsroom.WithDbAsync(async db =>
    {
        var kind = section is null ? ArticleKind.Page : ArticleKind.Story;
        var article = NewsPortal.Articles.Article.Start(kind, CopyOf(name, section), Some.Body($"This is {name}."), Some.Ada, Now);
        db.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    });

    private static Copy CopyOf(string name, Section? section) => new()
    {
        Headline = $"Headline of {name}",
        Slug = Slug.Of(name),
        SectionId = section?.Id,
        Standfirst = $"Standfirst of {name}",
        Body = $"This is {name}, about a bridge.",
    };
}
