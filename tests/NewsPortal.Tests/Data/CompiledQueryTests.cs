using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class CompiledQueryTests : IDisposable
{
    private readonly TestDatabase database = new();
    private int writings;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task What_is_asked_differs_from_asking_to_asking_and_the_query_is_written_once()
    {
        var query = Headlines();
        var (storm, calm) = (await AddAsync("Storm"), await AddAsync("Calm"));

        Assert.Equal("Storm", await AskAsync(query, storm));
        Assert.Equal("Calm", await AskAsync(query, calm));
        Assert.Null(await AskAsync(query, calm + 1));
        Assert.Equal(1, writings);
    }

    [Fact]
    public async Task The_context_it_was_written_with_may_be_gone()
    {
        var query = new CompiledQuery<int, string>((db, id) =>
        {
            var newer = db.Articles.Where(a => a.Id > id.Value);
            return db.Articles.Where(a => newer.Any(n => n.Headline == a.Headline) && db.Articles.Count() == 2).Select(a => a.Headline);
        });
        await using (var first = database.Open())
        {
            // Asked for, and never read: what is captured has not been looked at when its context goes.
            _ = query.Ask(first, 0);
        }

        var (one, other) = (await AddAsync("Storm"), await AddAsync("Storm"));
        Assert.Equal("Storm", await AskAsync(query, one));
        Assert.Null(await AskAsync(query, other));
    }

    [Fact]
    public async Task One_process_asks_both_engines()
    {
        var query = Headlines();
        var storm = await AddAsync("Storm");
        Assert.Equal("Storm", await AskAsync(query, storm));

        var server = new RecordedSqlServer();
        await using var other = server.Open();
        Assert.Null(await query.Ask(other, storm).FirstOrDefaultAsync());
        Assert.Empty(server.Errors());

        Assert.Equal("Storm", await AskAsync(query, storm));
    }

    [Fact]
    public async Task Two_things_of_one_kind_are_told_apart()
    {
        var between = new CompiledQuery<int, int, string>((db, from, until) => db.Articles
            .Where(a => a.Id >= from.Value && a.Id < until.Value).Select(a => a.Headline));
        var (storm, calm) = (await AddAsync("Storm"), await AddAsync("Calm"));
        await using var db = database.Open();

        Assert.Equal(["Storm"], await between.Ask(db, storm, calm).ToListAsync());
        Assert.Empty(await between.Ask(db, calm, storm).ToListAsync());
    }

    private CompiledQuery<int, string> Headlines() => new((db, id) =>
    {
        writings++;
        return db.Articles.Where(a => a.Id == id.Value).Select(a => a.Headline);
    });

    private async Task<string?> AskAsync(CompiledQuery<int, string> query, int id)
    {
        await using var db = database.Open();
        return await query.Ask(db, id).FirstOrDefaultAsync();
    }

    private async Task<int> AddAsync(string headline)
    {
        await using var db = database.Open();
        var article = Some.Article(headline);
        db.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }
}
