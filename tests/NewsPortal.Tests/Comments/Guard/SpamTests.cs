using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Comments.Guard;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Guard;

/// <summary>What the paper learns from its moderators about spam.</summary>
public sealed class SpamTests : IDisposable
{
    private const string Advert = "Best casino bonus at http://win.example today";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task What_is_made_of_the_words_of_spam_waits_and_the_words_are_named()
    {
        await TeachAsync();
        // So many within a minute were a surge.
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync("A casino bonus for everybody, see http://win.example");
        await SendAsync("The ferry to the harbour was late again");
        var hold = Assert.Single(await newsroom.WithDbAsync(db => db.Holds.Where(h => h.Kind == HoldKind.Bayes).ToListAsync()));
        Assert.Matches("^9[0-9] %: .*casino", hold.Detail!);
    }

    [Fact]
    public async Task Before_enough_was_decided_it_says_nothing()
    {
        await DecideAsync(await WriteAsync(Advert), CommentState.Spam);
        await SendAsync(Advert);
        Assert.False(await newsroom.WithDbAsync(db => db.Holds.AnyAsync(h => h.Kind == HoldKind.Bayes)));
    }

    [Fact]
    public async Task Undoing_unlearns_and_deciding_otherwise_learns_that_instead()
    {
        var id = await WriteAsync(Advert);
        await DecideAsync(id, CommentState.Spam);
        Assert.Equal((1, 0), await AllAsync());
        await newsroom.WithDbAsync(async db =>
        {
            var comment = await db.Comments.Include(c => c.Decisions).SingleAsync();
            comment.Return(comment.Decisions[0], newsroom.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal((0, 0), await AllAsync());
        await DecideAsync(id, CommentState.Approved);
        Assert.Equal((0, 1), await AllAsync());
        await DecideAsync(id, CommentState.Spam);
        Assert.Equal((1, 0), await AllAsync());
        await DecideAsync(id, CommentState.Rejected);
        Assert.Equal((0, 0), await AllAsync());
        Assert.False(await newsroom.WithDbAsync(db => db.SpamWords.AnyAsync()));
    }

    [Fact]
    public async Task What_is_erased_is_unlearned()
    {
        await DecideAsync(await WriteAsync(Advert), CommentState.Spam);
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.Include(c => c.Holds).Include(c => c.Decisions).SingleAsync()).Erase(newsroom.Now);
            return await db.SaveChangesAsync();
        });
        Assert.False(await newsroom.WithDbAsync(db => db.SpamWords.AnyAsync()));
        Assert.False(await newsroom.WithDbAsync(db => db.SpamLessons.AnyAsync()));
    }

    [Fact]
    public async Task What_a_rule_decides_teaches_nothing()
    {
        await DecideAsync(await WriteAsync(Advert), CommentState.Approved, DecisionRule.PostModerated);
        Assert.False(await newsroom.WithDbAsync(db => db.SpamWords.AnyAsync()));
    }

    [Fact]
    public async Task Several_decided_in_one_save_are_all_learned()
    {
        await WriteAsync(Advert);
        await WriteAsync(Advert);
        await newsroom.WithDbAsync(async db =>
        {
            foreach (var comment in await db.Comments.ToListAsync())
            {
                comment.Decide(new Ruling(CommentState.Spam), Some.Ada, newsroom.Now);
            }

            return await db.SaveChangesAsync();
        });
        Assert.Equal((2, 0), await AllAsync());
        Assert.Equal(2, await newsroom.WithDbAsync(db => db.SpamWords.MinAsync(word => word.Spam)));
    }

    [Fact]
    public void Words_are_told_apart_whatever_case_and_accents_and_are_bounded()
    {
        Assert.Equal(SpamWords.Of("Bedava BAHİS").Keys, SpamWords.Of("BEDAVA bahıs!").Keys);
        Assert.Equal(["win.example", "links: one", "see"], SpamWords.Of("See http://www.win.example/").Values);
        Assert.Contains("casino", SpamWords.Of("cаsin0").Values);
        Assert.Equal(SpamWords.Most, SpamWords.Of(string.Join(' ', Enumerable.Range(10, 500).Select(number => $"word{number}"))).Count);
    }

    private async Task TeachAsync()
    {
        for (var number = 0; number < BayesScore.Enough; number++)
        {
            await DecideAsync(await WriteAsync($"{Advert} number{number}"), CommentState.Spam);
            await DecideAsync(await WriteAsync($"The ferry at the harbour was late on day{number} and nobody told us why"), CommentState.Approved);
        }
    }

    private async Task<int> WriteAsync(string body)
    {
        var story = await newsroom.WithDbAsync(db => db.Articles.Select(a => (int?)a.Id).FirstOrDefaultAsync()) ?? (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        return await newsroom.WithDbAsync(async db =>
        {
            var comment = Comment.Post(await db.Articles.SingleAsync(a => a.Id == story), null, new Speaker("Somebody"), body, new RenderedComment(body, 1), newsroom.Now);
            db.Add(comment);
            await db.SaveChangesAsync();
            return comment.Id;
        });
    }

    private Task<int> DecideAsync(int id, CommentState verdict, DecisionRule? rule = null) => newsroom.WithDbAsync(async db =>
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        (await db.Comments.SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict) { Rule = rule }, Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });

    private async Task SendAsync(string body)
    {
        var story = await newsroom.WithDbAsync(db => db.Articles.Select(a => a.Id).FirstAsync());
        using var reader = new Correspondent(newsroom);
        using var answer = await reader.PostAsync(story, body);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private Task<(int Spam, int Honest)> AllAsync() => newsroom.WithDbAsync(async db =>
        await db.SpamWords.Where(word => word.Hash == SpamWord.Every).Select(word => new { word.Spam, word.Honest }).SingleOrDefaultAsync() is { } all ? (all.Spam, all.Honest) : (0, 0));
}
